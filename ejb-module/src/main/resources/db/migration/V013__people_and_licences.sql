-- The people of an account as its admins see them: by name, kind and state, at any page alike.
alter table membership add column sort_key varchar(254) default '' not null;   -- the name, lower-case, no accents
update membership set sort_key = (select lower(p.first_name || ' ' || p.last_name) from person p where p.id = membership.person_id);

-- Guests: who answers for them, and how long they stay.
alter table membership add column sponsor_id bigint references membership;
alter table membership add column ends_at timestamp;                           -- null: until somebody ends it
alter table membership add column reminded_at timestamp;                       -- of the end
update membership set sponsor_id = invited_by where kind = 'GUEST';

-- Editions and licences. A licence is a fact about a membership; how many there are is one row an account.
alter table membership add column licensed_at timestamp;
alter table account add column edition varchar(10) default 'FREE' not null;   -- FREE | PRO | PRO_PLUS
create table licence_pool (
    account_id bigint  not null primary key references account,
    seats      integer not null,
    assigned   integer not null                                                -- of them; never more than there are
);

-- What a list filters by stands behind what it sorts by: a page is found in the index alone.
create index membership_list on membership (account_id, sort_key, id, kind, deactivated_at, licensed_at);
create index membership_kind on membership (account_id, kind, sort_key, id, deactivated_at, licensed_at);
create index membership_joined on membership (account_id, joined_at, id, kind, deactivated_at, licensed_at);
create index membership_deactivated on membership (account_id, deactivated_at, id);
create index membership_ends on membership (ends_at);
