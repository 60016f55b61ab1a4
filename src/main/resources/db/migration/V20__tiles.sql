-- A page's picture in tiles for viewers that zoom deep (docs/decisions/055): one more kind of what can
-- be made again from the master.
alter table derivative drop constraint derivative_kind_check;
alter table derivative add constraint derivative_kind_check
  check (kind in ('thumb', 'screen', 'full', 'tiles'));
