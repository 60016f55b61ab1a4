-- What the operator sees: what is not done, and how many pages were read of late.
create index ledger_not_done on ledger (step, state) where state <> 'done';
create index page_version_made on page_version using brin (made_at);
