-- Messages are written, claimed and settled within seconds: room on the page lets the claim stay
-- where the row is. Buckets are counted up in place all the time.
alter table dispatch set (fillfactor = 70);
alter table rate_limit set (fillfactor = 80);
-- drawn at random and never looked up by
alter table dispatch drop constraint dispatch_message_id_key;
-- Accounts and memberships are closed and deactivated, never deleted, so these cannot dangle; but
-- each row written locks the one account and the one inviter that everybody's commands share.
alter table invitation drop constraint invitation_account_id_fkey;
alter table invitation drop constraint invitation_inviter_id_fkey;
alter table contact drop constraint contact_account_id_fkey;
alter table contact drop constraint contact_owner_id_fkey;
