-- The registry of record. Words are those of docs/architecture.md, one word per thing.
-- Ids are UUIDv7, so that rows sort by the time of their making. Hashes are 32 bytes of SHA-256.

create extension if not exists pg_trgm;

-- Access ------------------------------------------------------------------------------------------

create table app_user (
  id              uuid primary key default uuidv7(),
  name            text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name    text not null,
  role            text not null
                  check (role in ('administrator', 'archivist', 'clerk', 'reviewer', 'auditor', 'vendor', 'employer')),
  password_hash   text not null,
  must_change     boolean not null default false,
  language        text check (language in ('zh', 'en')),
  failed_attempts int not null default 0,
  locked_until    timestamptz,
  disabled_at     timestamptz,
  created_at      timestamptz not null default now()
);

-- A token's secret is never kept, only its hash.
create table access_token (
  id           uuid primary key default uuidv7(),
  user_id      uuid not null references app_user,
  name         text not null,
  secret_hash  bytea not null unique,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);

-- Audit -------------------------------------------------------------------------------------------

-- Append-only. Each row's hash covers the row and the hash before it, so that a changed, added or
-- missing row shows. Names and numbers of people never stand here in clear: subjects are ids.
create table audit (
  seq           bigint primary key,
  id            uuid not null unique default uuidv7(),
  at            timestamptz not null,
  actor_id      uuid,
  actor_name    text not null,
  actor_role    text not null,
  address       text,
  action        text not null,
  subject_kind  text,
  subject_id    uuid,
  purpose       text,
  case_number   text,
  detail        jsonb not null default '{}',
  outcome       text not null check (outcome in ('done', 'refused', 'failed')),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash          bytea not null unique check (length(hash) = 32)
);
create index audit_at on audit (at);
create index audit_subject on audit (subject_id, at) where subject_id is not null;
create index audit_actor on audit (actor_id, at) where actor_id is not null;

-- The head of the chain: one row, locked by whoever appends.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  seq      bigint not null,
  hash     bytea not null check (length(hash) = 32)
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit
  for each statement execute function refuse_change();

-- Fonds, categories -------------------------------------------------------------------------------

create table fonds (
  id         uuid primary key default uuidv7(),
  number     text not null unique,
  name       text not null,
  created_at timestamptz not null default now()
);

create table category (
  id        uuid primary key default uuidv7(),
  fonds_id  uuid not null references fonds,
  parent_id uuid references category,
  code      text not null,
  name      text not null,
  retention text check (retention in ('permanent', '100', '50', '30', '10')),
  unique (fonds_id, code)
);

-- What a user may see beyond the role: a row grants what all its non-null terms name together.
create table access_grant (
  id          uuid primary key default uuidv7(),
  user_id     uuid not null references app_user,
  fonds_id    uuid references fonds,
  category_id uuid references category,
  batch_id    uuid,
  case_number text,
  created_at  timestamptz not null default now()
);
create index access_grant_user on access_grant (user_id);

-- Intake: batches and scan files ------------------------------------------------------------------

create table batch (
  id                uuid primary key default uuidv7(),
  fonds_id          uuid not null references fonds,
  category_id       uuid references category,
  title             text not null,
  source            text not null check (source in ('hall', 'employer', 'vendor')),
  arrangement       text not null
                    check (arrangement in ('file-is-item', 'folder-is-item', 'name-prefix', 'separator-sheets', 'catalogue')),
  case_number       text,
  state             text not null default 'open' check (state in ('open', 'sealed', 'done')),
  created_by        uuid not null references app_user,
  created_at        timestamptz not null default now(),
  sealed_at         timestamptz,
  done_at           timestamptz,
  -- Counts are kept in the transaction of the step that they count.
  files_received    int not null default 0,
  files_opened      int not null default 0,
  files_quarantined int not null default 0,
  pages_total       int not null default 0,
  pages_recognised  int not null default 0,
  pages_linked      int not null default 0,
  pages_findable    int not null default 0,
  pages_flagged     int not null default 0,
  pages_quarantined int not null default 0
);
alter table access_grant add foreign key (batch_id) references batch;

-- One delivered file, kept byte for byte: with pages, or sound, video and other evidence without.
create table scan_file (
  id          uuid primary key default uuidv7(),
  batch_id    uuid not null references batch,
  key         text not null check (key ~ '^[A-Za-z0-9._-]{1,128}$'),
  path        text not null,
  sha256      bytea not null check (length(sha256) = 32),
  size        bigint not null check (size >= 0),
  media_type  text,
  kind        text not null default 'unopened' check (kind in ('unopened', 'pages', 'sound', 'video', 'other')),
  state       text not null default 'waiting' check (state in ('waiting', 'ok', 'flagged', 'quarantined')),
  reason_code text,
  reason_text text,
  pages       int,
  received_by uuid not null references app_user,
  received_at timestamptz not null default now(),
  unique (batch_id, key)
);
create index scan_file_sha256 on scan_file (sha256);

-- Findings: what someone should know of a delivery, without anything being held up by it.
create table finding (
  id           uuid primary key default uuidv7(),
  batch_id     uuid not null references batch,
  scan_file_id uuid references scan_file,
  code         text not null,
  text         text not null,
  created_at   timestamptz not null default now(),
  settled_at   timestamptz
);
create index finding_batch on finding (batch_id);

-- The ledger is the queue -------------------------------------------------------------------------

create table ledger (
  id           uuid primary key default uuidv7(),
  step         text not null check (step in ('receive', 'open', 'page', 'link', 'index')),
  subject_kind text not null check (subject_kind in ('file', 'page', 'item', 'person')),
  subject_id   uuid not null,
  batch_id     uuid references batch,
  lane         smallint not null check (lane between 0 and 2), -- 0 hall, 1 employer, 2 history
  state        text not null default 'ready' check (state in ('ready', 'leased', 'done', 'quarantined')),
  -- Every change of the subject raises the revision; a step is done for the revision it claimed.
  revision     bigint not null default 1,
  claims       int not null default 0, -- how often taken up; a server's death costs a claim
  faults       int not null default 0, -- how often its own worker crashed or ran out of time
  lease_owner  text,
  lease_until  timestamptz,
  not_before   timestamptz not null default now(),
  reason_code  text,
  reason_text  text,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz,
  unique (step, subject_id)
);
-- The claim: ready rows of one batch and step, oldest first.
create index ledger_ready on ledger (step, lane, batch_id, id) where state = 'ready';
-- The same for steps that are claimed many at once, in the order of their making.
create index ledger_ready_in_order on ledger (step, id) where state = 'ready';
create index ledger_leased on ledger (lease_until) where state = 'leased';
create index ledger_open on ledger (batch_id) where state in ('ready', 'leased');

-- Whose turn it is: batches of one lane are served round-robin.
create table ledger_turn (
  batch_id  uuid not null references batch,
  step      text not null,
  lane      smallint not null,
  served_at timestamptz not null default '-infinity',
  primary key (step, lane, batch_id)
);

-- Catalog: pages ----------------------------------------------------------------------------------

create table page (
  id              uuid primary key default uuidv7(),
  scan_file_id    uuid not null references scan_file,
  number          int not null check (number >= 1),
  state           text not null default 'waiting' check (state in ('waiting', 'ok', 'flagged', 'quarantined')),
  reason_code     text,
  reason_text     text,
  current_version int not null default 0, -- 0: not read yet
  created_at      timestamptz not null default now(),
  unique (scan_file_id, number)
);

create table page_version (
  id            uuid primary key default uuidv7(),
  page_id       uuid not null references page,
  version       int not null check (version >= 1),
  width         int not null,
  height        int not null,
  dpi           int not null,
  rotation      int not null check (rotation in (0, 90, 180, 270)),
  skew          real not null,
  blank         boolean not null,
  confidence    real not null,
  document_type text,
  title         text,
  engine        text not null,
  text_sha256   bytea not null check (length(text_sha256) = 32), -- the page text, in the vault
  seconds       real not null,
  made_by       uuid references app_user, -- null: by the program
  made_at       timestamptz not null default now(),
  unique (page_id, version)
);

create table derivative (
  page_version_id uuid not null references page_version,
  kind            text not null check (kind in ('thumb', 'screen', 'full')),
  sha256          bytea not null check (length(sha256) = 32),
  size            bigint not null,
  media_type      text not null,
  width           int not null,
  height          int not null,
  primary key (page_version_id, kind)
);

-- Catalog: items ----------------------------------------------------------------------------------

create table storage_location (
  id        uuid primary key default uuidv7(),
  fonds_id  uuid not null references fonds,
  parent_id uuid references storage_location,
  level     text not null,
  code      text not null,
  barcode   text unique,
  capacity  int,
  unique nulls not distinct (fonds_id, parent_id, code)
);

create table item (
  id              uuid primary key default uuidv7(),
  fonds_id        uuid not null references fonds,
  category_id     uuid references category,
  batch_id        uuid references batch,
  case_number     text,
  scan_file_id    uuid unique references scan_file, -- the file that is the item, in file-is-item
  file_number     text unique,
  title           text,
  document_type   text,
  item_date       date,
  date_printed    text,
  date_precision  text check (date_precision in ('day', 'month', 'year')),
  secrecy         text not null default 'internal' check (secrecy in ('public', 'internal')),
  state           text not null default 'closed' check (state in ('open', 'closed', 'held', 'removed')),
  reason_code     text, -- why it is held
  reason_text     text,
  current_version int not null default 1,
  revision        bigint not null default 1, -- If-Match
  image_state     text not null default 'taken-in' check (image_state in ('none', 'taken-in', 'confirmed', 'certified')),
  paper_state     text not null default 'unknown' check (paper_state in ('in-store', 'out', 'missing', 'none', 'unknown')),
  location_id     uuid references storage_location,
  created_at      timestamptz not null default now(),
  removed_at      timestamptz
);
create index item_batch on item (batch_id);

-- Changing the arrangement makes a new version; nothing is overwritten.
create table item_version (
  id      uuid primary key default uuidv7(),
  item_id uuid not null references item,
  version int not null check (version >= 1),
  made_by uuid references app_user,
  made_at timestamptz not null default now(),
  why     text not null,
  unique (item_id, version)
);

create table item_page (
  item_version_id uuid not null references item_version,
  position        int not null check (position >= 1),
  page_id         uuid not null references page,
  primary key (item_version_id, position)
);
create index item_page_page on item_page (page_id);

create table volume (
  id          uuid primary key default uuidv7(),
  fonds_id    uuid not null references fonds,
  category_id uuid references category,
  file_number text unique,
  title       text not null,
  location_id uuid references storage_location,
  created_at  timestamptz not null default now()
);

create table volume_item (
  volume_id uuid not null references volume,
  item_id   uuid not null references item,
  position  int not null check (position >= 1),
  primary key (volume_id, position),
  unique (item_id)
);

-- The other track: every movement of the paper of an item or a volume.
create table paper_movement (
  id          uuid primary key default uuidv7(),
  item_id     uuid references item,
  volume_id   uuid references volume,
  from_state  text not null,
  to_state    text not null,
  location_id uuid references storage_location,
  moved_by    uuid not null references app_user,
  moved_at    timestamptz not null default now(),
  why         text not null,
  check (num_nonnulls(item_id, volume_id) = 1)
);

-- Catalog: persons, employers ---------------------------------------------------------------------

create table person (
  id          uuid primary key default uuidv7(),
  sex         text not null default 'unstated' check (sex in ('male', 'female', 'unstated')),
  birth_date  date,
  source      text not null check (source in ('roster', 'catalogue', 'form', 'keyed')),
  merged_into uuid references person,
  revision    bigint not null default 1,
  created_at  timestamptz not null default now(),
  removed_at  timestamptz
);

create table employer (
  id          uuid primary key default uuidv7(),
  merged_into uuid references employer,
  revision    bigint not null default 1,
  created_at  timestamptz not null default now(),
  removed_at  timestamptz
);

create table employment (
  id          uuid primary key default uuidv7(),
  person_id   uuid not null references person,
  employer_id uuid not null references employer,
  valid_from  date,
  valid_to    date,
  source      text not null,
  created_at  timestamptz not null default now()
);
create index employment_person on employment (person_id);
create index employment_employer on employment (employer_id);

-- Identifiers and names are rows with history, for people, employers and items alike. Two people
-- with one number (重号) exist, so no number is unique.
create table identifier (
  id          uuid primary key default uuidv7(),
  person_id   uuid references person,
  employer_id uuid references employer,
  item_id     uuid references item,
  kind        text not null
              check (kind in ('citizen-id', 'insured-number', 'social-card', 'passport', 'other-id', 'employer-number',
                              'credit-code', 'organisation-code', 'case-number', 'file-number', 'old-number')),
  issuer      text,
  value       text not null, -- normalised: a citizen ID has 18 characters here
  printed     text not null, -- as it stands on the paper or in the roster
  valid_from  date,
  valid_to    date,
  source      text not null,
  created_at  timestamptz not null default now(),
  ended_at    timestamptz,
  check (num_nonnulls(person_id, employer_id, item_id) = 1)
);
create index identifier_value on identifier (value, kind);
create index identifier_person on identifier (person_id) where person_id is not null;
create index identifier_employer on identifier (employer_id) where employer_id is not null;
create index identifier_item on identifier (item_id) where item_id is not null;

create table name (
  id          uuid primary key default uuidv7(),
  person_id   uuid references person,
  employer_id uuid references employer,
  item_id     uuid references item, -- a name read on an item that belongs to nobody yet
  kind        text not null check (kind in ('current', 'former', 'variant', 'as-read')),
  value       text not null,
  folded      text not null, -- as vocabulary.PersonName folds it
  source      text not null,
  valid_from  date,
  valid_to    date,
  created_at  timestamptz not null default now(),
  ended_at    timestamptz,
  check (num_nonnulls(person_id, employer_id, item_id) = 1)
);
create index name_folded on name (folded);
create index name_folded_trigram on name using gin (folded gin_trgm_ops);
create index name_person on name (person_id) where person_id is not null;
create index name_employer on name (employer_id) where employer_id is not null;
create index name_item on name (item_id) where item_id is not null;

-- Catalog: whom an item is about ------------------------------------------------------------------

create table link (
  id          uuid primary key default uuidv7(),
  item_id     uuid not null references item,
  person_id   uuid references person,
  employer_id uuid references employer,
  role        text not null check (role in ('subject', 'relative', 'list-row', 'handler', 'employer')),
  page_from   int, -- null: the whole item
  page_to     int,
  page_id     uuid references page, -- of a list row
  row_number  int,
  box         int[] check (array_length(box, 1) = 4),
  state       text not null check (state in ('proposed', 'confirmed', 'rejected')),
  evidence    jsonb not null, -- what spoke for it: fields, their confidence, matches
  margin      real not null, -- 0 to 1: how far ahead of the next candidate
  revision    bigint not null default 1,
  decided_by  uuid references app_user, -- null: by the program
  decided_at  timestamptz not null default now(),
  reason      text,
  created_at  timestamptz not null default now(),
  check (num_nonnulls(person_id, employer_id) = 1),
  unique nulls not distinct (item_id, person_id, employer_id, role, page_id, row_number)
);
create index link_person on link (person_id, item_id) where person_id is not null;
create index link_employer on link (employer_id, item_id) where employer_id is not null;

-- One value read for one field. A confirmation outranks every reading.
create table reading (
  id              uuid primary key default uuidv7(),
  page_version_id uuid not null references page_version,
  field           text not null,
  row_number      int, -- of a list form
  value           text not null,
  confidence      real not null,
  alternatives    text[] not null default '{}',
  box             int[] not null check (array_length(box, 1) = 4),
  source          text not null,
  made_at         timestamptz not null default now()
);
create index reading_page_version on reading (page_version_id);

create table confirmation (
  id            uuid primary key default uuidv7(),
  item_id       uuid not null references item,
  field         text not null,
  row_number    int,
  value         text not null,
  reading_id    uuid references reading,
  confirmed_by  uuid not null references app_user,
  confirmed_at  timestamptz not null default now(),
  why           text,
  superseded_at timestamptz
);
create unique index confirmation_current
  on confirmation (item_id, field, row_number) nulls not distinct where superseded_at is null;

-- What the index must forget: a row here outlives the thing, so that a late write cannot bring it back.
create table tombstone (
  kind       text not null check (kind in ('person', 'item', 'page')),
  subject_id uuid not null,
  revision   bigint not null,
  why        text not null,
  made_by    uuid references app_user,
  made_at    timestamptz not null default now(),
  primary key (kind, subject_id)
);

-- Recurring work (db-scheduler) -------------------------------------------------------------------

create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- One fonds to begin with: an agency's own archives.
insert into fonds (number, name) values ('0001', '本机构社会保险业务档案');
