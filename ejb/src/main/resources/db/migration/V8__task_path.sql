-- Which are the newest tasks with this path? (GET /delay/result/?path=) A path may be longer than an index can hold. The
-- beginning of a path would need another order than the list has, and take half a second with a million tasks.
create index delayed_task_path on delayed_task (left(path, 255), id desc);
