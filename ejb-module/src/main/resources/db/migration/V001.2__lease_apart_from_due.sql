-- A consumer's lease ends here and no longer moves due_at, which is indexed: nearly every message
-- is claimed and settled once, and a claim need not touch an index. Rows are claimed, prolonged and
-- read again by id, so the lease itself needs no index either.
alter table dispatch add column leased_until timestamp;
update dispatch set leased_until = due_at where state = 'SENDING';
drop index dispatch_lease;
