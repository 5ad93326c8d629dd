-- The payment that a call to a provider is about: the two are made together.
alter table provider_call add column transaction_id bigint;
alter table provider_call add constraint provider_call_transaction foreign key (transaction_id) references payment_transaction (id);
create index provider_call_by_transaction on provider_call (transaction_id);

-- What providers told us by themselves, each once, however often they say it.
create sequence provider_notice_seq start with 1 increment by 1;

create table provider_notice (
    id             bigint       primary key,
    provider       varchar(32)  not null,
    notice         varchar(255) not null,
    transaction_id bigint       not null,
    status         varchar(32)  not null,
    applied        boolean      not null,
    received       timestamp(6) with time zone not null,
    constraint provider_notice_once unique (provider, notice),
    constraint provider_notice_transaction foreign key (transaction_id) references payment_transaction (id)
);
create index provider_notice_by_transaction on provider_notice (transaction_id);
