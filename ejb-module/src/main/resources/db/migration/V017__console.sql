-- What admins and operators of several accounts need: claimed domains, a logo, set-up links for more
-- than the first account, and messages that wait after a restore.

-- A domain that a company says is its own and has not proven yet: it decides nothing. Several
-- companies may claim one; who proves it first has it.
create table domain_claim (
    id              bigint       not null primary key,
    handle          uuid         not null unique,
    account_id      bigint       not null references account,
    domain          varchar(253) not null,          -- A-label, lower-case
    sub_domains     boolean      not null,
    challenge       varchar(64)  not null,          -- what the DNS record says; public
    nonce           bytea,                          -- of the mailed code, which is derived
    key_id          varchar(20),
    code_expires_at timestamp,
    code_tries      integer      not null,
    created_at      timestamp    not null,
    unique (account_id, domain)
);

create table account_logo (
    handle     uuid      not null primary key,      -- a new one with each picture
    account_id bigint    not null references account,
    content    bytea     not null,                  -- PNG, drawn anew by us
    changed_at timestamp not null
);
create index account_logo_account on account_logo (account_id);
alter table account add column logo uuid;           -- the one that is shown; null: none

-- One-time links by which accounts are made: the first start's, and those that an operator asks for.
alter table account_set_up add column handle uuid;
alter table account_set_up add column label varchar(120); -- the operator's note; null: the first start
alter table account_set_up add column created_at timestamp;

-- Messages of before a restore: they lie still until an admin of the account lets them go.
create table delivery_hold (
    account_id bigint    not null primary key,
    held_at    timestamp not null,
    messages   integer   not null
);
-- How far the database has come, in beats of the sweeper; one row. Each node keeps the last one it
-- saw beside the token key, and so knows a database that has gone back.
create table delivery_pulse (
    id      integer   not null primary key,
    beat    bigint    not null,
    beat_at timestamp not null
);
