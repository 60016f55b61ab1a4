-- Changes of the arrangement, and the bin.

-- What a person said of a page; null: as the program finds it.
alter table page
  add column rotation int check (rotation in (0, 90, 180, 270)),
  add column blank boolean;

-- Why an item is not there: it waits in the bin, its time there is over, its pages went to another
-- item, or the split that made it was taken back.
alter table item
  add column removed_as text check (removed_as in ('bin', 'gone', 'merged', 'unmade')),
  add column removed_by uuid references app_user,
  add column removed_why text,
  add column merged_into uuid references item,
  add column split_from uuid references item; -- made by a person of pages of that item
create index item_in_bin on item (removed_at) where removed_as = 'bin';

-- Pages that were taken out of an item and wait in the bin. Their bytes stay whatever happens here.
create table bin_page (
  page_id    uuid not null references page,
  item_id    uuid not null references item,
  position   int not null check (position >= 1),
  removed_by uuid not null references app_user,
  removed_at timestamptz not null,
  why        text,
  primary key (page_id, item_id)
);
create index bin_page_removed on bin_page (removed_at);

-- A file that was delivered for a place in an item: its pages are put there once it is opened.
create table rescan (
  scan_file_id uuid primary key references scan_file,
  item_id      uuid not null references item,
  place        text not null check (place in ('instead', 'after')),
  page_id      uuid references page, -- instead of or after which page; null: at the beginning
  wanted_by    uuid not null references app_user,
  why          text,
  change_id    uuid references change -- null: not put there, or not yet
);
