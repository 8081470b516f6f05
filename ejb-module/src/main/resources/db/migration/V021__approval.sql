-- An invitation may wait for an admin's approval: state WAITING, and REJECTED where they said no.
alter table invitation add column approved_by bigint references membership;   -- null: nobody had to
