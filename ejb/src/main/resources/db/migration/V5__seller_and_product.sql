create sequence seller_seq start with 1 increment by 1;

create table seller (
    id       bigint       primary key,
    uuid     varchar(510) not null,
    active   boolean      not null,
    created  timestamp(6) with time zone not null,
    modified timestamp(6) with time zone not null,
    counter  bigint       not null,
    constraint seller_uuid unique (uuid)
);

create index seller_active on seller (active, id);

create sequence product_seq start with 1 increment by 1;

create table product (
    id           bigint   primary key,
    seller_id    bigint   not null,
    external_id  varchar(510),
    public_id    varchar(510),
    access       integer  not null,
    secret_place uuid     not null,
    secret       ${binary},
    created      timestamp(6) with time zone not null,
    modified     timestamp(6) with time zone not null,
    counter      bigint   not null,
    constraint product_seller foreign key (seller_id) references seller (id),
    constraint product_external_id unique (seller_id, external_id),
    constraint product_public_id unique (public_id)
);

create index product_of_seller on product (seller_id, id);
create index product_by_external_id on product (external_id, id);
