-- Who was born on the same day and has almost the same name may be taken for one another.
create index person_birth_date on person (birth_date);

-- Items that wait for a decision get another one when a roster was imported, beside the line of new ones.
alter table ledger drop constraint ledger_step_check;
alter table ledger add constraint ledger_step_check
  check (step in ('receive', 'open', 'arrange', 'page', 'link', 'decide', 'index'));
