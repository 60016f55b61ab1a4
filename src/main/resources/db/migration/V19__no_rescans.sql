-- A page that is scanned again comes as a batch of its own and is merged into its place: a change like any
-- other. Nothing ever stood in this table of V12.
drop table rescan;
