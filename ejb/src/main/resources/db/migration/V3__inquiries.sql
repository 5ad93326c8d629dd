-- How often was a provider asked what became of a payment or refund, and when is it asked next? Null: never again,
-- because the payment has ended. A node that asks has moved the time forward first, so no other node asks meanwhile.
alter table provider_call add column inquiries integer not null default 0;
alter table provider_call add column next_inquiry_at timestamptz(6);

-- Payments and refunds that were open before this column was there.
update provider_call
set next_inquiry_at = created
where transaction_id in (select id from payment_transaction where status in (0, 3));

-- Which payments of a provider are to be inquired, the longest due first? Small: it has the open ones alone.
create index provider_call_by_next_inquiry on provider_call (provider, next_inquiry_at)
    where next_inquiry_at is not null;
