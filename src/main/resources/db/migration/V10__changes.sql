-- What persons changed, so that it can be told and taken back: a change is a list of edits that
-- stand together, each with what it found and what it set.
create table change (
  id      uuid primary key default uuidv7(),
  kind    text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  made_by uuid not null references app_user,
  made_at timestamptz not null default now(),
  why     text,
  undoes  uuid unique references change
);

create table change_edit (
  change_id  uuid not null references change,
  position   int not null check (position >= 1),
  aspect     text not null,
  subject_id uuid not null,
  key        text not null,
  before     text,
  after      text,
  primary key (change_id, position)
);

-- Whom a change concerned, and which revision it made.
create table change_subject (
  change_id    uuid not null references change,
  subject_kind text not null check (subject_kind in ('item', 'person')),
  subject_id   uuid not null,
  revision     bigint not null,
  primary key (change_id, subject_id)
);
create index change_subject_subject on change_subject (subject_id, change_id);
create trigger change_is_append_only before update or delete on change
  for each row execute function refuse_change();
create trigger change_edit_is_append_only before update or delete on change_edit
  for each row execute function refuse_change();
