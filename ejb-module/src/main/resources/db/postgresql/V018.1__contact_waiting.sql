-- Who of the company has not come yet?
-- Entries of one person only, such as each invitation makes, pay nothing for it.
create index contact_waiting on contact (account_id, sort_key, id)
    where activated = false and owner_id is null;
