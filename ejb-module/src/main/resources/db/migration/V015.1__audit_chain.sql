-- The audit's rows, chained one after the other by keyed hashes: whoever changes, removes or slips in
-- a row without the key is found out. A row is linked some seconds after it was written.
create table audit_link (
    position bigint      not null primary key,   -- 1, 2, 3 …, without a gap
    entry_id bigint      not null unique,        -- no foreign key: a missing row must be told, not prevented
    key_id   varchar(20) not null,               -- the token key; kept among the others while rows name it
    hash     varchar(43) not null                -- HMAC-SHA256 of the link before and the row, base64url
);
-- The end of the chain; its lock lets one node at a time go on with it.
create table audit_head (
    id        integer     not null primary key,
    position  bigint      not null,
    hash      varchar(43) not null,
    linked_at timestamp   not null                -- the moment of the latest row that is linked
);
insert into audit_head (id, position, hash, linked_at) values (1, 0, '', timestamp '1970-01-01 00:00:00');
create index audit_entry_at on audit_entry (at, id);
