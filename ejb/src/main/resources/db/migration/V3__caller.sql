-- Who asked, for the replay: never a password or a token. The roles are those a token proved; a client is looked up again.
alter table delayed_task add column caller_name varchar(16384);
alter table delayed_task add column caller_issuer varchar(16384);
alter table delayed_task add column caller_roles varchar(64);
