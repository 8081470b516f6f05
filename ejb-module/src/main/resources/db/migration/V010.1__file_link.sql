-- Each invitation that carries a file has a link of its own to it, which dies with the invitation.
create table attachment_link (
    nonce         bytea     not null primary key,            -- the invitation's file_nonce
    token_hash    bytea     not null unique,                 -- SHA-256
    attachment_id bigint    not null references attachment on delete cascade,
    owner_id      bigint    not null references membership,  -- on whose behalf it was sent
    expires_at    timestamp not null
);
create index attachment_link_attachment on attachment_link (attachment_id);

insert into attachment_link (nonce, token_hash, attachment_id, owner_id, expires_at)
    select nonce, token_hash, id, owner_id, expires_at from attachment where token_hash is not null;

alter table attachment drop column nonce;
alter table attachment drop column key_id;
alter table attachment drop column token_hash;
