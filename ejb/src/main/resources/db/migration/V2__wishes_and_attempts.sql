-- What the client asked of the delay.
alter table delayed_task add column expires_at timestamp(6) with time zone;
alter table delayed_task add column retries integer;

-- How many of one client's wait, and a client's list of one state.
create index delayed_task_owner_state on delayed_task (owner, state, id desc);
create index delayed_task_expires on delayed_task (state, expires_at);

-- Every attempt that ended: when, how, how long, why.
create table delayed_attempt (
    task_id  bigint  not null,
    number   integer not null,
    life     integer not null,
    started  timestamp(6) with time zone not null,
    finished timestamp(6) with time zone not null,
    status   integer not null,
    reason   varchar(32) not null,
    constraint delayed_attempt_pk primary key (task_id, life, number),
    constraint delayed_attempt_task foreign key (task_id) references delayed_task (id) on delete cascade
);
