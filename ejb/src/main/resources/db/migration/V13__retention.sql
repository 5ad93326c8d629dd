-- What ended long ago, oldest first: of everybody, and of one client. What has not ended is in neither where the database can
-- leave it out.
create index delayed_task_finished on delayed_task (state, finished) ${ended};
create index delayed_task_owner_finished on delayed_task (owner, state, finished) ${ended};
