-- For searches while Elasticsearch is away. What stands on items and belongs to nobody yet has its own:
-- it is little, and not found behind what people bear.

-- Parts of numbers, from their beginning and from their end.
create index identifier_beginning on identifier (value collate "C")
  where kind in ('citizen-id', 'insured-number') and person_id is not null and ended_at is null;
create index identifier_end on identifier (reverse(value) collate "C")
  where kind in ('citizen-id', 'insured-number') and person_id is not null and ended_at is null;
create index identifier_end_on_item on identifier (reverse(value) collate "C")
  where kind in ('citizen-id', 'insured-number') and item_id is not null and ended_at is null;

-- Numbers with words in them, by their digits.
create index identifier_digits on identifier (regexp_replace(value, '[^0-9]', '', 'g'))
  where kind not in ('citizen-id', 'insured-number') and ended_at is null;

-- Names by what their first characters may be: as they begin, as they sound, with some left open.
create index name_characters on name (substr(folded, 1, 1) collate "C", substr(folded, 2, 1) collate "C", substr(folded, 3, 1) collate "C")
  include (folded, kind, person_id)
  where person_id is not null and ended_at is null;
create index name_characters_on_item on name (substr(folded, 1, 1) collate "C", substr(folded, 2, 1) collate "C", substr(folded, 3, 1) collate "C")
  include (folded, kind, item_id)
  where item_id is not null and ended_at is null;
create index name_folded_on_item on name (folded) where item_id is not null and ended_at is null;

-- Employers by any part of their name: they are few, and it holds nothing else.
create index name_of_employer on name (folded) include (employer_id)
  where employer_id is not null and ended_at is null;

-- Items by their file number without its separators.
create index item_file_number on item (translate(upper(file_number), '-_./·—–()〔〕[]#: ', ''))
  where file_number is not null;

-- Storage locations from the room inwards, and by the code of one.
create index storage_location_parent on storage_location (parent_id);
create index storage_location_code on storage_location (upper(code));

-- What is in an expression the planner knows from now on.
analyze identifier;
analyze name;
