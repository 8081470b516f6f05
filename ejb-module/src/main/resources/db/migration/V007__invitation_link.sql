-- Links that a member shares: whoever holds one may join, after having confirmed an address.
create table invitation_link (
    id             bigint       not null primary key,
    handle         uuid         not null unique,
    account_id     bigint       not null references account,
    owner_id       bigint       not null references membership,
    domain         varchar(253),                       -- addresses of this one only; null: of any
    max_uses       integer,                            -- null: any number
    uses           integer      not null,
    nonce          bytea        not null,
    key_id         varchar(20)  not null,
    token_hash     bytea        not null unique,       -- SHA-256
    created_at     timestamp    not null,
    expires_at     timestamp    not null,
    deactivated_at timestamp
);
create index invitation_link_owner on invitation_link (owner_id, created_at, id);
create index invitation_link_account on invitation_link (account_id, created_at, id);

-- Who has come by a link or a text says which address is theirs, and a mail there asks them.
create table confirmation (
    id            bigint       not null primary key,
    handle        uuid         not null unique,
    link_id       bigint       references invitation_link,
    invitation_id bigint       references invitation,    -- one of the two
    ground_hash   bytea        not null,                 -- of the token by which they came
    email         varchar(254) not null,                 -- as typed
    email_key     varchar(254) not null,
    language      varchar(5)   not null,
    nonce         bytea        not null,
    key_id        varchar(20)  not null,
    token_hash    bytea        not null unique,          -- SHA-256
    created_at    timestamp    not null,
    expires_at    timestamp    not null,
    used_at       timestamp,
    used_by       bigint       references membership
);
create index confirmation_expiry on confirmation (expires_at);

-- Who has come by a link stands among the invitations: accepted from the first.
alter table invitation add column link_id bigint references invitation_link;
