-- Whose link it was before, its owner did not make it: it is not among what they take out.
alter table invitation_link add column taken_over boolean default false not null;

-- What somebody has done, and what was done with a membership of theirs.
create index audit_entry_actor on audit_entry (actor_id, id);
-- Acts on many at once have no subject: they pay nothing for it.
create index audit_entry_subject on audit_entry (account_id, subject) where subject is not null;

-- Most invitations are accepted by nobody, yet.
create index invitation_accepted_by on invitation (accepted_by) where accepted_by is not null;
