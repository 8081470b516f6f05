-- Whose number is it?
create index contact_number on contact (account_id, phone);
