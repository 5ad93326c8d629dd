-- What the client asked: which key, and no earlier than when. A task that is held behind others of its key is not due.
alter table delayed_task add column ordering_key varchar(255);
alter table delayed_task add column not_before timestamp(6) with time zone;
alter table delayed_task alter column due_at drop not null;

-- The tasks of a key that have yet to end. The first is the head, and only a head is due.
create table delayed_place (
    task_id      bigint       primary key,
    owner        varchar(255) not null,
    ordering_key varchar(255) not null,
    constraint delayed_place_task foreign key (task_id) references delayed_task (id) on delete cascade
);

create index delayed_place_first on delayed_place (owner, ordering_key, task_id);

-- Whoever changes the order of a key locks one of these, the same for the same key. No key has a row of its own that would
-- have to be made and thrown away.
create table delayed_place_lock (
    slot integer primary key
);

insert into delayed_place_lock
    select a.n * 32 + b.n
    from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31)) as a (n)
    cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31)) as b (n);

-- What is due and was not announced: few among the many that wait in line or are held. Where an index can leave rows out,
-- this one has those only.
create index delayed_task_unannounced on delayed_task (state, announced_at, due_at) ${unannounced};

-- The dead, for who runs them again in bulk: (state, id) is there already; of one owner too (owner, state, id desc).
