-- Backups that came to their end; the one that is being made is not in its own snapshot.
create table backup (
  id      uuid primary key default uuidv7(),
  name    text not null,
  made_at timestamptz not null default now(),
  missing int not null check (missing >= 0) -- bytes that the vault had lost and that are not in it
);
create index backup_made_at on backup (made_at);
