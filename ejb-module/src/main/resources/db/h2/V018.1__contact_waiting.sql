-- Who of the company has not come yet?
create index contact_waiting on contact (account_id, activated, sort_key, id);
