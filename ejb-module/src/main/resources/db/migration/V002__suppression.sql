-- Who has asked an account not to be invited by it: of the address only a seal, by which it is known
-- again, and which nobody can read without the key.
create table suppression (
    account_id   bigint      not null references account,
    address_seal varchar(43) not null,   -- HMAC-SHA256 of account and address, base64url
    key_id       varchar(20) not null,   -- the token key; kept among the others while rows name it
    created_at   timestamp   not null,
    primary key (account_id, address_seal)
);
