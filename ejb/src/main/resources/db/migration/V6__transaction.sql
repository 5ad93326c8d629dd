create sequence payment_transaction_seq start with 1 increment by 1;

create table payment_transaction (
    id            bigint       primary key,
    uuid          varchar(510) not null,
    product_id    bigint       not null,
    seller_id     bigint       not null,
    buyer_id      bigint,
    provider      varchar(510),
    type          smallint     not null,
    related_id    bigint,
    source        varchar(510),
    carrier       varchar(510),
    region        varchar(510),
    amount        numeric(19, 4),
    currency      varchar(3),
    status        integer      not null,
    status_reason varchar(510),
    uid_pay       varchar(510),
    uid_support   varchar(510),
    notes         varchar(8000),
    created       timestamp(6) with time zone not null,
    modified      timestamp(6) with time zone not null,
    counter       bigint       not null,
    constraint transaction_product foreign key (product_id) references product (id),
    constraint transaction_seller foreign key (seller_id) references seller (id),
    constraint transaction_buyer foreign key (buyer_id) references buyer (id),
    constraint transaction_related foreign key (related_id) references payment_transaction (id),
    constraint transaction_uuid unique (uuid),
    constraint transaction_uid_pay unique (provider, uid_pay),
    constraint transaction_uid_support unique (provider, uid_support)
);

-- Lists, newest first, by each filter and by those that are asked for together.
create index transaction_by_seller on payment_transaction (seller_id, id);
create index transaction_by_seller_status on payment_transaction (seller_id, status, id);
create index transaction_by_provider on payment_transaction (provider, id);
create index transaction_by_provider_status on payment_transaction (provider, status, id);
create index transaction_by_status on payment_transaction (status, id);
create index transaction_by_related on payment_transaction (related_id, id);

create sequence transaction_log_seq start with 1 increment by 1;

create table transaction_log (
    id             bigint      primary key,
    transaction_id bigint      not null,
    field          varchar(32) not null,
    value_before   varchar(8000),
    value_after    varchar(8000),
    created        timestamp(6) with time zone not null,
    modified       timestamp(6) with time zone not null,
    counter        bigint      not null,
    constraint transaction_log_of foreign key (transaction_id) references payment_transaction (id)
);

create index transaction_log_by_transaction on transaction_log (transaction_id, id);
