-- Texts of up to 255 characters have columns of 510: H2 counts UTF-16 units, two for a character beyond the first plane.
create sequence buyer_seq start with 1 increment by 1;

create table buyer (
    id                 bigint       primary key,
    uuid               varchar(510) not null,
    active             boolean      not null,
    email              ${binary},
    email_hash         varchar(64),
    locale             varchar(510),
    authenticated      boolean      not null,
    pin                varchar(255),
    pin_confirmed      boolean      not null,
    new_pin            varchar(255),
    needs_pin_reset    boolean      not null,
    pin_failures       integer      not null,
    pin_locked_until   timestamp(6) with time zone,
    pin_was_locked_out boolean      not null,
    closed             boolean      not null,
    created            timestamp(6) with time zone not null,
    modified           timestamp(6) with time zone not null,
    counter            bigint       not null,
    constraint buyer_uuid unique (uuid)
);

create index buyer_active on buyer (active, id);
create index buyer_email on buyer (email_hash, id);
