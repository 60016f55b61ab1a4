-- Items by where their paper is and how far their image is, for whoever checks the two tracks.
create index item_tracks on item (paper_state, image_state, id) where state <> 'removed';
create index item_location on item (location_id, id) where location_id is not null;
