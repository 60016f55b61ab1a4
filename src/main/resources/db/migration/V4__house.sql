-- People of the house.

-- A session is a key in a browser's cookie; only the key's hash is kept. It outlives a restart.
create table user_session (
  id           uuid primary key default uuidv7(),
  user_id      uuid not null references app_user,
  secret_hash  bytea not null unique check (length(secret_hash) = 32),
  address      text,
  browser      text,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at     timestamptz
);
create index user_session_user on user_session (user_id, id);

create index access_token_user on access_token (user_id);

-- Whoever opened a batch before opening it granted it.
insert into access_grant (user_id, batch_id)
select created_by, id from batch b
where not exists (select from access_grant g where g.user_id = b.created_by and g.batch_id = b.id);
