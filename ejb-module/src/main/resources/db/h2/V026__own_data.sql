-- Whose link it was before, its owner did not make it: it is not among what they take out.
alter table invitation_link add column taken_over boolean default false not null;

-- What somebody has done, and what was done with a membership of theirs.
create index audit_entry_actor on audit_entry (actor_id, id);
-- H2 has no index of some rows only.
create index audit_entry_subject on audit_entry (account_id, subject);
-- Who has accepted H2 finds by the index that it makes for each foreign key.
