-- The index held against the registry, day by day.
create table index_comparison (
  id          uuid primary key default uuidv7(),
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  reached     uuid, -- the subject up to which was looked
  subjects    bigint not null default 0,
  differing   bigint not null default 0,
  strays      bigint not null default 0,
  owner       text not null,
  lease_until timestamptz not null default now() + interval '5 minutes'
);
create unique index index_comparison_under_way on index_comparison ((true)) where finished_at is null;
