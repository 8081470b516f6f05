-- Whose number is it? Most entries have none, and pay nothing for the index.
create index contact_number on contact (account_id, phone) where phone is not null;
