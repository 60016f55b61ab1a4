-- Photographs: where the sheet lies that is a file's page, as four corners in shares of width and height.
alter table scan_file add column corners double precision[] check (cardinality(corners) = 8);

-- Separator sheets: what the code on a page says that stands before an item and belongs to none.
alter table page_version add column separator text;
