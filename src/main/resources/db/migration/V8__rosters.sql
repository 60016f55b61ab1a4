-- Rosters (参保名册): the agency's own list of persons, as it was last imported, and every import.

-- levenshtein counts characters, whatever their number of bytes.
create extension if not exists fuzzystrmatch;

create table roster_import (
  id               uuid primary key default uuidv7(),
  state            text not null check (state in
                     ('reading', 'comparing', 'applying', 'done', 'compared', 'refused', 'interrupted')),
  dry_run          boolean not null,
  file_name        text not null,
  sha256           bytea not null check (length(sha256) = 32),
  size             bigint not null,
  started_by       uuid not null references app_user,
  started_at       timestamptz not null default now(),
  finished_at      timestamptz,
  lines            int not null default 0, -- below the headings
  persons          int not null default 0,
  added            int not null default 0,
  changed          int not null default 0,
  returned         int not null default 0, -- were missing, and are there again
  missing          int not null default 0, -- were there, and are not any more
  unchanged        int not null default 0,
  refused          int not null default 0, -- lines that name nobody
  applied          int not null default 0, -- of those that were added, changed or returned
  fields           jsonb not null default '[]', -- by field: how many had it before and after, how many changed
  remarks          jsonb not null default '{}', -- how many by code
  unknown_headings text[] not null default '{}',
  reason_code      text, -- why it was refused or interrupted
  reason_text      text
);

-- One row a person of the roster. What papers taught of a person is not here.
create table roster_entry (
  id              uuid primary key default uuidv7(),
  person_id       uuid not null references person,
  name            text not null,
  folded          text not null,
  citizen_id      text, -- 18 characters, when valid
  printed_id      text, -- as the roster has it, also when it is not valid
  id_kind         text not null,
  insured_numbers text[] not null,
  social_cards    text[] not null,
  former_names    text[] not null,
  sex             text not null,
  birth_date      date,
  employers       text[] not null,
  employer_number text,
  added_by        uuid not null references roster_import,
  missing_since   uuid references roster_import -- null: in the last roster
);
create index roster_entry_person on roster_entry (person_id);
create index roster_entry_missing on roster_entry (missing_since) where missing_since is not null;

-- What an import changed, value by value.
create table roster_change (
  id        uuid primary key default uuidv7(),
  import_id uuid not null references roster_import,
  entry_id  uuid not null references roster_entry,
  field     text not null,
  before    text,
  after     text
);
create index roster_change_import on roster_change (import_id, id);

-- Lines that were refused, or that someone should look at; the first ones of each code.
create table roster_remark (
  id        uuid primary key default uuidv7(),
  import_id uuid not null references roster_import,
  line      bigint not null,
  code      text not null,
  refused   boolean not null
);
create index roster_remark_import on roster_remark (import_id, line);

-- Where a roster stands while it is compared; empty after a crash, as it should be.
create unlogged table roster_line (
  line            bigint not null,
  key             text not null, -- whom it names: number and name
  name            text not null,
  folded          text not null,
  citizen_id      text,
  printed_id      text,
  id_kind         text not null,
  insured_numbers text not null, -- several are joined by chr(31), as all lists here
  social_cards    text not null,
  former_names    text not null,
  former_folded   text not null,
  sex             text not null,
  birth_date      date,
  employer        text,
  employer_folded text,
  employer_number text
);

create unlogged table roster_group (
  turn             int primary key, -- in this order it is applied
  key              text not null,
  line             bigint not null,
  lines            bigint not null,
  name             text not null,
  folded           text not null,
  citizen_id       text,
  printed_id       text,
  id_kind          text not null,
  insured_numbers  text[] not null,
  social_cards     text[] not null,
  former_names     text[] not null,
  former_folded    text[] not null,
  sex              text not null,
  birth_date       date,
  employers        text[] not null,
  employers_folded text[] not null,
  employer_number  text,
  shared           boolean not null default false, -- another group has the same citizen ID
  entry_id         uuid,
  person_id        uuid,
  fresh            boolean not null default false, -- the person is made by this import
  returned         boolean not null default false,
  changes          text[] not null default '{}',
  differs          boolean not null generated always as
                     (entry_id is null or returned or changes <> '{}') stored
);

-- A person who turned out to be another is found from that other one, too.
create index if not exists person_merged_into on person (merged_into) where merged_into is not null;

-- Steps that are claimed many at once: the more urgent lane first.
create index if not exists ledger_ready_by_lane on ledger (step, lane, id) where state = 'ready';
drop index if exists ledger_ready_in_order;
