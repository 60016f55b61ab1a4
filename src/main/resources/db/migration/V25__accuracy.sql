-- In what condition a page was read: how it was scanned, its red ink, and what was done to it before
-- its lines were read, every parameter by its name; null where it was read before this was kept.
alter table page_version add column condition jsonb;
-- What people decided, by when they did (docs/decisions/056).
create index confirmation_decided on confirmation (confirmed_at) where superseded_at is null;
