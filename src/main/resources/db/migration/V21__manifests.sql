-- Manifests: write-once documents in the vault from which the registry can be made again
-- (docs/preservation.md).

-- What has to be described anew. Rows are only added and taken away, so that nobody who changes
-- something waits for who describes it, or for another who changes the same.
create table manifest_due (
  seq        bigint generated always as identity primary key,
  kind       text not null,
  subject_id uuid not null,
  at         timestamptz not null default now()
);
create index manifest_due_subject on manifest_due (subject_id);

-- Which document of the vault describes what; the newest is the one that counts.
create table manifest (
  id         uuid primary key default uuidv7(),
  kind       text not null,
  subject_id uuid not null,
  version    int not null check (version >= 1),
  sha256     bytea not null check (length(sha256) = 32),
  made_at    timestamptz not null,
  unique (kind, subject_id, version)
);
create index manifest_sha256 on manifest (sha256);
create index manifest_made_at on manifest (made_at);

-- Notes whose rows a statement changed. Its arguments say which kind of subject, and where its id stands.
create function note_manifest_due() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into manifest_due (kind, subject_id) select distinct %1$s, %2$s from changed where %2$s is not null',
    tg_argv[0], tg_argv[1]);
  return null;
end $$;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('fonds', '''fonds''', 'id', array['insert', 'update']),
      ('category', '''category''', 'id', array['insert', 'update']),
      ('storage_location', '''location''', 'id', array['insert', 'update']),
      ('volume', '''volume''', 'id', array['insert', 'update']),
      ('scan_file', '''file''', 'id', array['insert', 'update']),
      ('page', '''file''', 'scan_file_id', array['insert', 'update']),
      ('finding', 'case when scan_file_id is null then ''findings'' else ''file'' end', 'coalesce(scan_file_id, batch_id)',
       array['insert', 'update']),
      ('item', '''item''', 'id', array['insert', 'update']),
      ('item_version', '''item''', 'item_id', array['insert', 'update']),
      ('link', '''item''', 'item_id', array['insert', 'update']),
      ('confirmation', '''item''', 'item_id', array['insert', 'update']),
      ('catalogue_statement', '''item''', 'item_id', array['insert', 'update', 'delete']),
      ('bin_page', '''item''', 'item_id', array['insert', 'update', 'delete']),
      ('volume_item', '''item''', 'item_id', array['insert', 'update', 'delete']),
      ('paper_movement', '''item''', 'item_id', array['insert', 'update']),
      ('person', '''person''', 'id', array['insert', 'update']),
      ('employment', '''person''', 'person_id', array['insert', 'update']),
      ('roster_entry', '''person''', 'person_id', array['insert', 'update']),
      ('employer', '''employer''', 'id', array['insert', 'update']),
      ('identifier', 'case when person_id is not null then ''person'' when employer_id is not null then ''employer'' else ''item'' end',
       'coalesce(person_id, employer_id, item_id)', array['insert', 'update']),
      ('name', 'case when person_id is not null then ''person'' when employer_id is not null then ''employer'' else ''item'' end',
       'coalesce(person_id, employer_id, item_id)', array['insert', 'update']),
      ('change_subject', 'subject_kind', 'subject_id', array['insert']))
      as all_of (tab, kind, subject, events)
  loop
    for e in 1 .. array_length(t.events, 1) loop
      execute format(
        'create trigger %I after %s on %I referencing %s table as changed for each statement execute function note_manifest_due(%L, %L)',
        t.tab || '_manifest_' || t.events[e], t.events[e], t.tab,
        case t.events[e] when 'delete' then 'old' else 'new' end, t.kind, t.subject);
    end loop;
  end loop;
end $$;

-- A name or a number that goes over to another was somebody's: both are described by the change of the
-- two (change_subject).

-- Counts change with every page; a batch is described when it itself changes.
create function note_batch_manifest_due() returns trigger language plpgsql as $$
begin
  insert into manifest_due (kind, subject_id) values ('batch', new.id);
  return null;
end $$;
create trigger batch_manifest_insert after insert on batch
  for each row execute function note_batch_manifest_due();
create trigger batch_manifest_update
  after update of title, category_id, arrangement, case_number, state on batch
  for each row execute function note_batch_manifest_due();
create function note_roster_import_manifest_due() returns trigger language plpgsql as $$
begin
  insert into manifest_due (kind, subject_id) values ('roster-import', new.id);
  return null;
end $$;
create trigger roster_import_manifest_update after update of finished_at on roster_import
  for each row execute function note_roster_import_manifest_due();

-- What describes an item is looked for by item.
create index confirmation_item on confirmation (item_id);
create index bin_page_item on bin_page (item_id);
create index paper_movement_item on paper_movement (item_id) where item_id is not null;
create index finding_scan_file on finding (scan_file_id) where scan_file_id is not null;

-- All that is there already.
insert into manifest_due (kind, subject_id)
select 'fonds', id from fonds union all
select 'category', id from category union all
select 'location', id from storage_location union all
select 'volume', id from volume union all
select 'batch', id from batch union all
select distinct 'findings', batch_id from finding where scan_file_id is null union all
select 'file', id from scan_file union all
select 'item', id from item union all
select 'person', id from person union all
select 'employer', id from employer union all
select 'roster-import', id from roster_import where finished_at is not null;

-- Manifests are read again like masters and page texts.
alter table fixity drop constraint fixity_holding_check;
alter table fixity add constraint fixity_holding_check check (holding in ('master', 'page-text', 'manifest'));
alter table verification drop constraint verification_stage_check;
alter table verification add constraint verification_stage_check check (stage in
  ('masters', 'page-texts', 'manifests', 'pictures', 'unknown', 'index', 'audit', 'end'));
