-- Items of several files: a batch's own step groups its files when it is sealed.
alter table ledger drop constraint ledger_step_check;
alter table ledger add constraint ledger_step_check
  check (step in ('receive', 'open', 'arrange', 'page', 'link', 'index'));
alter table ledger drop constraint ledger_subject_kind_check;
alter table ledger add constraint ledger_subject_kind_check
  check (subject_kind in ('batch', 'file', 'page', 'item', 'person'));
