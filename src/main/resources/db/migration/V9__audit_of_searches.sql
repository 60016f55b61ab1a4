-- Who looked for a person, an item or a page: what a search showed stands in detail.shown, ids with
-- spaces between them. See docs/decisions/050-audit-of-searches.md.
create index audit_shown on audit using gin (string_to_array(detail ->> 'shown', ' '));

comment on table audit is
  'Append-only. Each row''s hash covers the row and the hash before it, so that a changed, added or missing row '
  'shows. People stand here as ids: what something was done to in subject_id, what a search showed in detail.shown. '
  'What someone typed (detail.query, purpose, case_number) is kept as it was typed, names among it, because that is '
  'what an auditor has to see; citizen IDs in it are masked. Only READ_AUDIT reads it, and none of it goes to a log.';
