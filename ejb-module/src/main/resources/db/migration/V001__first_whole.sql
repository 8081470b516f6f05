-- The first whole of Beckon: people, accounts, contacts, invitations and their delivery.
-- The same statements run on H2 (MODE=PostgreSQL) and PostgreSQL. Moments are UTC.

create sequence beckon_id start with 50 increment by 50;

-- shared ------------------------------------------------------------------------------------
create table rate_limit (
    bucket      varchar(160) not null,   -- what is limited, for whom: 'signin.person:…', hashed where personal
    window_end  timestamp    not null,
    used        integer      not null,
    primary key (bucket)
);
create index rate_limit_window on rate_limit (window_end);

-- audit -------------------------------------------------------------------------------------
create table audit_entry (
    id          bigint        not null primary key,
    account_id  bigint,                  -- null: before an account is known
    actor_id    bigint,                  -- membership; null: nobody signed in, or the system
    action      varchar(60)   not null,  -- 'invitation.sent', 'signIn.refused', …
    subject     varchar(200),            -- handle of what was acted on
    outcome     varchar(60)   not null,
    details     varchar(2000),           -- never an address in full, a token or a password
    remote      varchar(64),
    at          timestamp     not null
);
create index audit_entry_account on audit_entry (account_id, at);

-- person ------------------------------------------------------------------------------------
create table person (
    id              bigint       not null primary key,
    handle          uuid         not null unique,
    email           varchar(254) not null,          -- as typed
    email_key       varchar(254) not null unique,   -- compared: lower-case, A-label domain
    first_name      varchar(100) not null,
    last_name       varchar(100) not null,
    company         varchar(120),
    language        varchar(5)   not null,
    theme           varchar(10)  not null,          -- SYSTEM | LIGHT | DARK
    password_hash   varchar(255),                   -- argon2id, PHC string; null: not activated
    age_attested_at timestamp,                      -- "at least 16, attested at"; no date of birth
    created_at      timestamp    not null,
    version         integer      not null
);
create table sign_in_session (
    id            bigint       not null primary key,
    handle        uuid         not null unique,
    person_id     bigint       not null references person,
    membership_id bigint,                           -- the account one acts in now
    user_agent    varchar(300),
    remote        varchar(64),
    created_at    timestamp    not null,
    last_seen_at  timestamp    not null,
    expires_at    timestamp    not null,            -- absolute
    ended_at      timestamp
);
create index sign_in_session_person on sign_in_session (person_id);
create table api_token (
    id            bigint      not null primary key,
    handle        uuid        not null unique,
    person_id     bigint      not null references person,
    membership_id bigint,                           -- null: the oldest of the person
    token_hash    bytea       not null unique,      -- SHA-256
    created_at    timestamp   not null,
    expires_at    timestamp   not null,
    revoked_at    timestamp
);

-- account -----------------------------------------------------------------------------------
create table account (
    id         bigint       not null primary key,
    handle     uuid         not null unique,
    name       varchar(120) not null,
    language   varchar(5)   not null,
    created_at timestamp    not null,
    closed_at  timestamp,
    version    integer      not null
);
create table verified_domain (
    id          bigint       not null primary key,
    handle      uuid         not null unique,
    account_id  bigint       not null references account,
    domain      varchar(253) not null unique,       -- A-label, lower-case
    sub_domains boolean      not null,
    verified_at timestamp    not null
);
create index verified_domain_account on verified_domain (account_id);
create table invitation_policy (
    account_id         bigint      not null primary key references account,
    who_may_invite     varchar(20) not null,        -- EVERYONE | COWORKERS | ADMINS | NOBODY
    guests_may_invite  boolean     not null,
    expiry_hours       integer     not null,        -- 1 to 720
    version            integer     not null
);
create table membership (
    id             bigint      not null primary key,
    handle         uuid        not null unique,
    account_id     bigint      not null references account,
    person_id      bigint      not null references person,
    kind           varchar(10) not null,
    invited_by     bigint,                          -- membership
    joined_at      timestamp   not null,
    deactivated_at timestamp,
    version        integer     not null,
    unique (account_id, person_id)
);
create index membership_person on membership (person_id);

-- The one-time link by which the first account is made; at most one row.
create table account_set_up (
    token_hash bytea     not null primary key,
    expires_at timestamp not null
);

-- contact -----------------------------------------------------------------------------------
-- One row per entry of an address book. owner_id null: everybody of the company sees it.
create table contact (
    id            bigint       not null primary key,
    handle        uuid         not null unique,
    account_id    bigint       not null references account,
    owner_id      bigint       references membership,
    membership_id bigint       references membership,  -- null: not a member
    kind          varchar(10)  not null,               -- ADMIN | COWORKER | GUEST | PERSONAL
    activated     boolean      not null,               -- false: invited, not signed up yet
    display_name  varchar(254) not null,
    sort_key      varchar(254) not null,               -- lower-case, no accents
    company       varchar(120),
    email         varchar(254),
    email_key     varchar(254),
    phone         varchar(20),                         -- E.164
    unique (account_id, email_key, owner_id)
);
create unique index contact_member on contact (membership_id);
-- owner and kind at the end: a page of the list is found in the index alone
create index contact_list on contact (account_id, sort_key, id, owner_id, kind);
create index contact_kind on contact (account_id, kind, sort_key, id, owner_id);
create index contact_owner on contact (owner_id, sort_key, id, kind);
-- How many entries without an owner an account has: counting 100,000 for every page takes too long.
create table contact_count (
    account_id bigint      not null references account,
    kind       varchar(10) not null,
    entries    bigint      not null,
    primary key (account_id, kind)
);
-- What the members of an account are searched by: the words of name and address, the number from
-- each of its digits on. Entries of one person only are few, and are searched without.
create table contact_word (
    contact_id bigint      not null references contact on delete cascade,
    word       varchar(64) not null,
    account_id bigint      not null,
    primary key (contact_id, word)
);
create index contact_word_found on contact_word (account_id, word, contact_id);
-- Who a guest may see: one row per direction.
create table contact_introduction (
    viewer_id  bigint    not null references membership,
    contact_id bigint    not null references contact on delete cascade,
    at         timestamp not null,
    primary key (viewer_id, contact_id)
);

-- delivery ----------------------------------------------------------------------------------
create table dispatch (
    id           bigint        not null primary key,
    account_id   bigint        not null,
    reference    uuid          not null,            -- handle of what it is about: the invitation
    channel      varchar(10)   not null,            -- EMAIL | TEXT
    template     varchar(40)   not null,
    recipient    varchar(254)  not null,
    language     varchar(5)    not null,
    model        varchar(8000) not null,            -- JSON for the template; never a token
    purpose      varchar(40),                       -- with nonce and key_id the token is derived again
    nonce        bytea,
    key_id       varchar(20),
    message_id   varchar(120)  not null unique,     -- the same for every attempt
    state        varchar(10)   not null,            -- QUEUED SENDING DELAYED SENT DELIVERED FAILED CANCELLED
    attempts     integer       not null,
    due_at       timestamp,                         -- when the sweeper takes it up; null: settled
    lease        uuid,                              -- of the consumer that is sending
    answer_code  integer,
    answer       varchar(500),                      -- the server's, or what went wrong
    expires_at   timestamp     not null,
    created_at   timestamp     not null,
    settled_at   timestamp
);
create index dispatch_due on dispatch (due_at);
create index dispatch_reference on dispatch (reference);
create index dispatch_lease on dispatch (lease);

-- invitation --------------------------------------------------------------------------------
create table invitation (
    id            bigint        not null primary key,
    handle        uuid          not null unique,
    account_id    bigint        not null references account,
    inviter_id    bigint        not null references membership,
    channel       varchar(10)   not null,
    recipient     varchar(254)  not null,           -- as typed
    recipient_key varchar(254)  not null,
    open_key      varchar(254),                     -- recipient_key while open, else null
    kind          varchar(10)   not null,           -- what the invitee becomes
    rule          varchar(40)   not null,           -- the rule that decided
    language      varchar(5)    not null,
    message       varchar(2000),
    state         varchar(10)   not null,           -- PENDING ACCEPTED DECLINED REVOKED EXPIRED
    nonce         bytea         not null,
    key_id        varchar(20)   not null,
    token_hash    bytea         not null unique,    -- SHA-256
    created_at    timestamp     not null,
    expires_at    timestamp     not null,
    settled_at    timestamp,
    accepted_by   bigint        references membership,
    version       integer       not null,
    unique (account_id, open_key)
);
create index invitation_inviter on invitation (inviter_id, created_at, id);
create index invitation_account on invitation (account_id, created_at, id);
create index invitation_state on invitation (state, expires_at);

-- signup ------------------------------------------------------------------------------------
create table terms_acceptance (
    id         bigint      not null primary key,
    person_id  bigint      not null references person,
    account_id bigint      not null references account,
    version    varchar(20) not null,                -- of the documents
    language   varchar(5)  not null,
    at         timestamp   not null
);
create index terms_acceptance_person on terms_acceptance (person_id);
