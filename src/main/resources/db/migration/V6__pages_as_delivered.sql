-- Whether browsers show the delivered file as this page, before any rotation: then the master is sent
-- as the full picture, and none is made. Not so where the file says how it is to be turned.
alter table page_version add column as_delivered boolean not null default false;
