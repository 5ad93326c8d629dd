-- Lists are newest first. H2 reads an index in its own order only, so the order is the index's: what is filtered by, then
-- the key downwards; and queries sort by just that. PostgreSQL could also read backwards, and does not mind.
create index buyer_newest on buyer (id desc);
drop index buyer_active;
create index buyer_active on buyer (active, id desc);
drop index buyer_email;
create index buyer_email on buyer (email_hash, id desc);

create index seller_newest on seller (id desc);
drop index seller_active;
create index seller_active on seller (active, id desc);

create index product_newest on product (id desc);
drop index product_of_seller;
create index product_of_seller on product (seller_id, id desc);
drop index product_by_external_id;
create index product_by_external_id on product (external_id, id desc);

create index transaction_newest on payment_transaction (id desc);
drop index transaction_by_seller;
create index transaction_by_seller on payment_transaction (seller_id, id desc);
drop index transaction_by_seller_status;
create index transaction_by_seller_status on payment_transaction (seller_id, status, id desc);
drop index transaction_by_provider;
create index transaction_by_provider on payment_transaction (provider, id desc);
drop index transaction_by_provider_status;
create index transaction_by_provider_status on payment_transaction (provider, status, id desc);
create index transaction_by_provider_seller on payment_transaction (provider, seller_id, id desc);
create index transaction_by_all on payment_transaction (provider, seller_id, status, id desc);
drop index transaction_by_status;
create index transaction_by_status on payment_transaction (status, id desc);

drop index transaction_log_by_transaction;
create index transaction_log_by_transaction on transaction_log (transaction_id, id desc);
