-- What providers were asked on somebody's behalf, and what they said: written before and after each call in transactions
-- of their own, so that it outlives whatever becomes of the request.
create sequence provider_call_seq start with 1 increment by 1;

create table provider_call (
    id              bigint        primary key,
    origin          varchar(255)  not null,
    call_number     integer       not null,
    task            boolean       not null,
    idempotency_key varchar(255)  not null,
    provider        varchar(32)   not null,
    method          varchar(8)    not null,
    path            varchar(2000) not null,
    fingerprint     varchar(128)  not null,
    attempts        integer       not null,
    created         timestamp(6) with time zone not null,
    asked_at        timestamp(6) with time zone not null,
    answered_at     timestamp(6) with time zone,
    status          integer,
    answer          ${binary},
    constraint provider_call_key unique (idempotency_key)
);

create index provider_call_by_origin on provider_call (origin);
