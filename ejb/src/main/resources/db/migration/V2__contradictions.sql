-- What do our payments and their providers disagree about, so that an operator must decide? One row for each statement
-- of a provider about a payment, however often it is made.
create sequence contradiction_seq;

create table contradiction (
    id             bigint         primary key,
    transaction_id bigint         not null,
    provider       varchar(255)   not null,
    kind           varchar(32)    not null,
    -- What our books say, in words.
    ours           varchar(1000)  not null,
    -- What the provider says: encrypted, because it may name a person.
    theirs         bytea          not null,
    -- A keyed hash of what the provider says: the same statement is counted and not stored again.
    theirs_hash    varchar(128)   not null,
    occurrences    integer        not null,
    last_seen      timestamptz(6) not null,
    -- Who settled it, when and why. Null while it is open.
    resolved_at    timestamptz(6),
    resolved_by    varchar(255),
    reason         varchar(8000),
    resolved       boolean        not null generated always as (resolved_at is not null) stored,
    created        timestamptz(6) not null,
    modified       timestamptz(6) not null,
    counter        bigint         not null,
    constraint contradiction_transaction foreign key (transaction_id) references payment_transaction (id),
    constraint contradiction_once unique (transaction_id, kind, theirs_hash)
);

-- Which are the newest contradictions that are open, or resolved; of all providers, or of one; whether open or not?
create index contradiction_by_resolved on contradiction (resolved, id desc);
create index contradiction_by_provider on contradiction (provider, id desc);
create index contradiction_by_provider_resolved on contradiction (provider, resolved, id desc);
