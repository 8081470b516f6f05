-- What the message centre calls each part of a text that it has taken, so that its report finds it.
create table text_part (
    message_id  varchar(100) not null,
    dispatch_id bigint       not null,
    attempt     integer      not null,   -- of the dispatch; parts of one attempt make one text
    parts       integer      not null,   -- how many the text has
    delivered   boolean      not null,
    created_at  timestamp    not null,
    primary key (message_id, dispatch_id)
);
create index text_part_dispatch on text_part (dispatch_id);

-- Texts that may have been taken although no answer came: repeated once at most. A report about one
-- is known by its number and by the lowest 16 bits of the dispatch's id.
create table text_doubt (
    dispatch_id bigint      not null primary key,
    number      varchar(16) not null,
    attempt     integer     not null,    -- the one without an answer
    created_at  timestamp   not null
);
create index text_doubt_number on text_doubt (number);

-- Reports about texts that are not known yet: they may overtake what we write down ourselves.
create table text_report (
    id          bigint       not null primary key,
    message_ids varchar(900) not null,   -- spellings of one id, parted by spaces
    state       varchar(20)  not null,
    reference   integer,
    number      varchar(30)  not null,
    error       varchar(30)  not null,
    tries       integer      not null,
    due_at      timestamp    not null
);
create index text_report_due on text_report (due_at);

-- Who has answered STOP: of the number only a seal, by which it is known again.
create table text_stop (
    number_seal varchar(43) not null primary key,   -- HMAC-SHA256, base64url
    key_id      varchar(20) not null,               -- the token key; kept while rows name it
    created_at  timestamp   not null
);

-- How an account's texts to a country have fared, ten minutes to a row.
create table text_tally (
    account_id bigint     not null,
    country    varchar(2) not null,
    begun_at   timestamp  not null,
    settled    integer    not null,
    failed     integer    not null,
    primary key (account_id, country, begun_at)
);
