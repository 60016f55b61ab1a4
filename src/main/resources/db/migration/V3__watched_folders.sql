-- What is being taken from a watched folder, so that a restart goes on with the same batch.
create table watched_delivery (
  id         uuid primary key default uuidv7(),
  folder     text not null,
  name       text not null, -- of the folder in it that is one delivery; empty: files that lie loose
  batch_id   uuid not null references batch,
  touched_at timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index watched_delivery_open on watched_delivery (folder, name) where ended_at is null;
