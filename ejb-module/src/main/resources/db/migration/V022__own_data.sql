-- Which photo a person shows, so that lists say it without reading pictures.
alter table person add column photo uuid;                     -- null: none
alter table person_photo add column small bytea not null;     -- the same for lists; no row was there before

-- Whose invitation it was before, its inviter did not type: it is not among what they take out.
alter table invitation add column taken_over boolean default false not null;
