-- Items in which a person has to key something. Whether an item is among them is decided whenever it
-- changes; what exactly there is to key is found out when someone takes it up.
create table keying (
  item_id       uuid primary key references item,
  lane          smallint not null check (lane between 0 and 2), -- 0 hall, 1 employer, 2 history
  fields        int not null check (fields >= 1),
  since         timestamptz not null default now(),
  leased_by     uuid references app_user,
  leased_until  timestamptz,
  put_off_until timestamptz
);
-- Whose turn it is: the more urgent lane first, in it the oldest item.
create index keying_turn on keying (lane, item_id);
create index keying_leased on keying (leased_by) where leased_by is not null;

-- Items that nobody has asked the question about yet: at first, all that were there before.
create table keying_unasked (
  item_id uuid primary key references item
);
insert into keying_unasked select id from item where state in ('closed', 'held');
