-- Who is new in an import of a roster, who was in the one before and is gone, and who is there again.
-- Of the first roster, in which everyone is new, none of these are kept.
create table roster_difference (
  id              uuid primary key default uuidv7(),
  import_id       uuid not null references roster_import,
  kind            text not null check (kind in ('added', 'missing', 'returned')),
  turn            int, -- of someone who is in this roster, while it is applied
  person_id       uuid references person, -- null: not known yet, or only compared
  name            text not null,
  printed_id      text,
  insured_numbers text[] not null,
  employers       text[] not null
);
create index roster_difference_import on roster_difference (import_id, kind, id);

-- Two persons who look alike, and are not the same one, says a person; who and why stands in change.
create table not_same_person (
  one   uuid not null references person,
  other uuid not null references person,
  primary key (one, other),
  check (one < other)
);
create index not_same_person_other on not_same_person (other);
