-- Admins are told by mail that invitations wait for them: a batch gathers, then each admin is told
-- once, and not again within the hour.
alter table invitation_policy add column approval_mails boolean default true not null;
alter table invitation_policy add column waiting_since timestamp;   -- the last batch's first; null: none yet
alter table membership add column waiting_told_at timestamp;        -- when this admin was told last
create index invitation_policy_waiting on invitation_policy (waiting_since);
