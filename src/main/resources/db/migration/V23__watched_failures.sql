-- Files that lie in a watched folder and could not be taken in: each has a note beside it there.
create table watched_failure (
  id           uuid primary key default uuidv7(),
  folder       text not null,
  path         text not null, -- below the folder
  batch_id     uuid not null references batch, -- that it would have come with
  reason_code  text not null,
  reason_text  text not null,
  failed_at    timestamptz not null default now(),
  dismissed_at timestamptz, -- a person has seen to it, though the file still lies there
  dismissed_by uuid references app_user,
  unique (folder, path)
);
create index watched_failure_waits on watched_failure (id) where dismissed_at is null;
