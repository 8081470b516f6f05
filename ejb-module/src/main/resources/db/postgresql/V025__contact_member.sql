-- Most contacts are nobody's membership: their rows need no entry, and no search passes over them.
drop index contact_member;
create unique index contact_member on contact (membership_id) where membership_id is not null;
