-- Whether somebody is in stands before what a list is sorted by: as far down as one likes, a page is
-- found in the index alone. So do those who were put out, who had an index of their own.
drop index membership_list;
drop index membership_kind;
drop index membership_joined;
drop index membership_deactivated;
create index membership_list on membership (account_id, deactivated_at, sort_key, id, kind, licensed_at);
create index membership_kind on membership (account_id, kind, deactivated_at, sort_key, id, licensed_at);
create index membership_joined on membership (account_id, deactivated_at, joined_at, id, kind, licensed_at);

-- The state, so that pages of those in one state are found there too.
drop index invitation_inviter;
drop index invitation_account;
create index invitation_inviter on invitation (inviter_id, created_at, id, state, expires_at);
create index invitation_account on invitation (account_id, created_at, id, state, expires_at);
