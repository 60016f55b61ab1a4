-- What a delivered catalogue says of an item, field by field, before and beside what is read on it.
create table catalogue_statement (
  item_id uuid not null references item,
  field   text not null,
  value   text not null,
  primary key (item_id, field)
);
create index catalogue_statement_number on catalogue_statement (value) where field = 'fileNumber';
