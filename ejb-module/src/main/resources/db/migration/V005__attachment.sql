-- Files that go along with invitations by text, as links that expire. What they hold lies in a
-- directory, under the row's handle; here is whose it is, what it is, and how long it stays.
create table attachment (
    id         bigint       not null primary key,
    handle     uuid         not null unique,
    account_id bigint       not null references account,
    owner_id   bigint       not null references membership,   -- who uploaded it
    name       varchar(200) not null,                         -- made harmless
    type       varchar(10)  not null,                         -- JPEG PNG GIF WEBP HEIC PDF MP4
    octets     bigint       not null,
    thumbnail  bytea,                                         -- a small JPEG; null: none
    claimed_at timestamp,                                     -- null: no invitation carries it yet
    nonce      bytea,                                         -- with key_id the link's token is derived
    key_id     varchar(20),
    token_hash bytea        unique,                           -- SHA-256
    created_at timestamp    not null,
    expires_at timestamp    not null
);
create index attachment_owner on attachment (owner_id);
create index attachment_expiry on attachment (expires_at);
