-- A sign-in that deserves trust: forgotten passwords, a second step, remembered devices, profiles.
create table password_reset (
    id         bigint      not null primary key,
    handle     uuid        not null unique,
    person_id  bigint      not null references person on delete cascade,
    nonce      bytea       not null,
    key_id     varchar(20) not null,
    token_hash bytea       not null unique,   -- SHA-256
    created_at timestamp   not null,
    expires_at timestamp   not null,
    settled_at timestamp                      -- used, or followed by another
);
create index password_reset_person on password_reset (person_id);

-- The second step: its secret is derived of nonce and key, and kept nowhere.
create table second_factor (
    person_id    bigint      not null primary key references person on delete cascade,
    nonce        bytea       not null,
    key_id       varchar(20) not null,
    created_at   timestamp   not null,
    confirmed_at timestamp,                   -- null: being set up
    last_step    bigint      not null         -- a code counts once: only those of later steps are left
);
create table recovery_code (
    id         bigint    not null primary key,
    person_id  bigint    not null references person on delete cascade,
    code_hash  bytea     not null,            -- SHA-256 of the code's seal
    created_at timestamp not null,
    used_at    timestamp,
    unique (person_id, code_hash)
);
-- Somebody whose password was right and who still owes a code.
create table sign_in_challenge (
    id         bigint    not null primary key,
    handle     uuid      not null unique,
    person_id  bigint    not null references person on delete cascade,
    remember   boolean   not null,
    created_at timestamp not null,
    expires_at timestamp not null,
    settled_at timestamp
);
create index sign_in_challenge_person on sign_in_challenge (person_id);

-- A browser that need not ask for the password again; each use draws another token.
create table remembered_device (
    id            bigint       not null primary key,
    handle        uuid         not null unique,   -- by which its owner ends it
    series        uuid         not null unique,   -- by which its cookie is found; on no screen
    person_id     bigint       not null references person on delete cascade,
    token_hash    bytea        not null,
    previous_hash bytea,                          -- two tabs may come with it at once
    rotated_at    timestamp    not null,
    user_agent    varchar(300),
    remote        varchar(64),
    created_at    timestamp    not null,
    last_seen_at  timestamp    not null,
    expires_at    timestamp    not null,
    ended_at      timestamp
);
create index remembered_device_person on remembered_device (person_id);
alter table sign_in_session add column device_id bigint references remembered_device on delete set null;
create index sign_in_session_device on sign_in_session (device_id);

alter table api_token add column name varchar(100);
alter table api_token add column last_used_at timestamp;
create index api_token_person on api_token (person_id);

alter table person add column time_zone varchar(60);          -- null: the server's
alter table person add column phone varchar(20);              -- E.164, verified
alter table person add column phone_verified_at timestamp;
create table person_photo (
    person_id  bigint    not null primary key references person on delete cascade,
    handle     uuid      not null unique,
    content    bytea     not null,            -- a small square JPEG that we have drawn
    changed_at timestamp not null
);
-- The code is derived of nonce and key, and kept nowhere.
create table phone_check (
    person_id  bigint      not null primary key references person on delete cascade,
    phone      varchar(20) not null,
    nonce      bytea       not null,
    key_id     varchar(20) not null,
    tries      integer     not null,
    expires_at timestamp   not null
);
