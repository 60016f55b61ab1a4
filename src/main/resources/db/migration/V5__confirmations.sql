-- A row of a list goes where its page goes, so what a person says of it hangs on the page; a person
-- may also say that a value cannot be read.
alter table confirmation
  add column page_id uuid references page,
  add column legible boolean not null default true,
  add constraint confirmation_row check ((page_id is null) = (row_number is null));
drop index confirmation_current;
create unique index confirmation_of_item on confirmation (item_id, field)
  where page_id is null and superseded_at is null;
create unique index confirmation_of_row on confirmation (page_id, row_number, field)
  where page_id is not null and superseded_at is null;
