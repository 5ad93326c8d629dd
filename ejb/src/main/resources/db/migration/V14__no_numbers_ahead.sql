-- H2 gives out up to 31 numbers that it has not yet written down, and after a kill it gives them out again (ADR 15).
alter table delayed_task alter column id set cache 1;
alter table idempotency_key alter column id set cache 1;
alter table callback_delivery alter column id set cache 1;
alter table callback_secret alter column id set cache 1;
alter sequence seller_seq cache 1;
alter sequence product_seq cache 1;
alter sequence buyer_seq cache 1;
alter sequence payment_transaction_seq cache 1;
alter sequence transaction_log_seq cache 1;
alter sequence provider_call_seq cache 1;
alter sequence provider_notice_seq cache 1;
