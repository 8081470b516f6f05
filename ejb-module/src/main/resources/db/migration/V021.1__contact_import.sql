-- Files of contacts on their way in; what they hold is gone a day later.
create table exchange_import (
    id         bigint       not null primary key,
    handle     uuid         not null unique,
    account_id bigint       not null references account,
    owner_id   bigint       not null references membership,
    file_name  varchar(120) not null,
    format     varchar(10)  not null,           -- CSV | VCARD
    state      varchar(10)  not null,           -- UPLOADED CHECKED RUNNING DONE
    content    bytea,                           -- the file; null once all of it is kept
    columns    varchar(2000),                   -- what the columns mean, parted by commas
    header     boolean      not null,
    created_at timestamp    not null
);
create index exchange_import_owner on exchange_import (owner_id);
create index exchange_import_created on exchange_import (created_at);

create table exchange_row (
    import_id bigint       not null references exchange_import on delete cascade,
    number    integer      not null,            -- place in the file, from 1
    name      varchar(254) not null,
    company   varchar(120),
    emails    varchar(4000),                    -- one a line: label, space, address
    phones    varchar(1000),
    note      varchar(1000),
    outcome   varchar(10)  not null,            -- NEW COMPLETED KNOWN REPEATED FULL INVALID
    kept      boolean      not null,
    remarks   varchar(1000),                    -- one a line: flaw, space, value
    primary key (import_id, number)
);
