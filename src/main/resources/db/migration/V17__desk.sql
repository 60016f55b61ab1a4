-- A search that someone keeps under a name; nobody else sees it. A whole citizen ID is never kept.
create table saved_view (
  id         uuid primary key default uuidv7(),
  user_id    uuid not null references app_user,
  name       text not null check (length(name) between 1 and 60),
  query      text not null check (length(query) between 1 and 200),
  category   uuid references category,
  track      text check (track in ('paper-only', 'image-only', 'both', 'mismatch')),
  created_at timestamptz not null default now(),
  unique (user_id, name)
);

-- What could not be read waits until a person says that it was seen to.
alter table scan_file add column settled_at timestamptz, add column settled_by uuid references app_user;

-- What waits for a person, oldest first.
create index scan_file_waiting on scan_file (state, id)
  where state in ('flagged', 'quarantined') and settled_at is null;
create index item_held on item (id) where state = 'held';
create index link_proposed on link (id) where state = 'proposed';
create index batch_under_way on batch (id) where state <> 'done';
