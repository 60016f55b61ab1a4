-- The next generation of the index is held against the registry before it answers, and the one that
-- answered before stays, closed: the way back.
alter table index_rebuild drop constraint index_rebuild_state_check;
alter table index_rebuild add constraint index_rebuild_state_check
  check (state in ('waiting', 'filling', 'comparing', 'done'));
alter table index_rebuild
  add column back boolean not null default false, -- to the kept generation: it is not filled, it catches up
  add column keeps boolean not null default false, -- whether what answers now is to stay: not after a restore
  add column kept int, -- the generation that answered before this one, and stays
  add column compared bigint not null default 0, -- of this walk, which is at reached
  add column mended bigint not null default 0,
  add column differing bigint not null default 0, -- of this walk, and were not to be mended
  add column differed bigint not null default 0; -- the same of the last whole walk
