-- Which client made this record? Decides who sees it where records are private (SOLITUDE_RECORDS_PRIVATE). Null for
-- records from before this migration: then operators only.
alter table buyer add column owner varchar(255);
alter table seller add column owner varchar(255);
alter table product add column owner varchar(255);
alter table payment_transaction add column owner varchar(255);

comment on column buyer.owner is 'the client that made it, as in client:shop';
comment on column seller.owner is 'the client that made it, as in client:shop';
comment on column product.owner is 'the client that made it, as in client:shop';
comment on column payment_transaction.owner is
    'the client that made it, as in client:shop; that of the payment for a refund or reversal';

-- Which are the newest records of this client? (the lists where records are private; other filters narrow them)
create index buyer_owner on buyer (owner, id desc);
create index seller_owner on seller (owner, id desc);
create index product_owner on product (owner, id desc);
create index transaction_owner on payment_transaction (owner, id desc);
