-- Whoever holds another's invitation, or one that has expired, asks its inviter for one of their own.
create table invitation_request (
    id            bigint       not null primary key,
    handle        uuid         not null unique,
    account_id    bigint       not null references account,
    invitation_id bigint       not null references invitation,
    inviter_id    bigint       not null references membership,
    name          varchar(100) not null,                 -- as typed, without what nobody can see
    email         varchar(254) not null,                 -- as typed
    email_key     varchar(254) not null,
    language      varchar(5)   not null,
    created_at    timestamp    not null,
    open_key      varchar(300) unique,                   -- invitation and address while it is open: one row however often it is asked
    settled_at    timestamp,
    outcome       varchar(10)                            -- APPROVED or DECLINED; null: open
);
create index invitation_request_account on invitation_request (account_id, settled_at, created_at);
create index invitation_request_created on invitation_request (created_at);
