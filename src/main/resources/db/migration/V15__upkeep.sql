-- Upkeep: the index filled anew, and the fixity of what the vault keeps.

-- The last rebuild of the index. While it is waiting or filling, whoever projects writes to the next
-- generation too (search.RebuildLock), so that no change is lost.
create table index_rebuild (
  only_row    boolean primary key default true check (only_row),
  id          uuid not null default uuidv7(),
  state       text not null default 'waiting' check (state in ('waiting', 'filling', 'done')),
  generation  int,
  reached     uuid, -- subjects up to this one are filled
  subjects    bigint not null default 0, -- how many there were when it began
  filled      bigint not null default 0,
  refused     bigint not null default 0, -- of those the index did not take
  waits_for   text,
  owner       text, -- the node that fills, as long as its lease lasts
  lease_until timestamptz not null default '-infinity',
  started_at  timestamptz not null default now(),
  finished_at timestamptz
);

-- One walk through everything that is kept: asked for by a person, or recurring (fixity).
create table verification (
  id          uuid primary key default uuidv7(),
  kind        text not null check (kind in ('asked', 'recurring')),
  state       text not null default 'running' check (state in ('running', 'done', 'superseded')),
  stage       text not null default 'masters'
              check (stage in ('masters', 'page-texts', 'pictures', 'unknown', 'index', 'audit', 'end')),
  reached     uuid, -- of the stage: rows up to this one were looked at
  checked     jsonb not null default '{}', -- how many, by stage
  expected    jsonb not null default '{}', -- how many there were when it began, by stage
  bytes       bigint not null default 0, -- read again
  owner       text,
  lease_until timestamptz not null default '-infinity',
  started_at  timestamptz not null default now(),
  finished_at timestamptz
);
create unique index verification_running on verification ((true)) where state = 'running';

create table verification_finding (
  id              uuid primary key default uuidv7(),
  verification_id uuid not null references verification,
  code            text not null,
  holding         text,
  sha256          bytea check (length(sha256) = 32),
  scan_file_id    uuid,
  batch_id        uuid,
  page_id         uuid,
  subject_kind    text,
  subject_id      uuid,
  detail          text, -- never of a person
  mended          boolean not null default false,
  found_at        timestamptz not null default now()
);
create index verification_finding_of on verification_finding (verification_id, id);

-- When bytes of the vault were last read to their end, and what was found.
create table fixity (
  holding    text not null check (holding in ('master', 'page-text')),
  sha256     bytea not null check (length(sha256) = 32),
  checked_at timestamptz not null,
  outcome    text not null check (outcome in ('whole', 'damaged', 'missing')),
  primary key (holding, sha256)
);
create index fixity_wrong on fixity (checked_at) where outcome <> 'whole';

-- Which text of the vault is of which page version.
create index page_version_text on page_version (text_sha256);
