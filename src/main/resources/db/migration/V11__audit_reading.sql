-- Reading the audit: by whom, about what, what, and what was not done, the newest first.
drop index audit_actor;
drop index audit_subject;
create index audit_actor on audit (actor_id, seq) where actor_id is not null;
create index audit_subject on audit (subject_id, seq) where subject_id is not null;
create index audit_action on audit (action, seq);
create index audit_not_done on audit (seq) where outcome <> 'done';
create index audit_purpose on audit (seq) where purpose is not null;
