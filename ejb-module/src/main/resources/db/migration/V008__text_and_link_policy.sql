-- Who may share links and who may text, how far, and with which words.
alter table invitation_policy add column who_may_share_links varchar(20) default 'EVERYONE' not null;
alter table invitation_policy add column link_expiry_hours integer default 168 not null;
alter table invitation_policy add column link_max_uses integer;                 -- null: no cap
alter table invitation_policy add column who_may_text varchar(20) default 'EVERYONE' not null;
alter table invitation_policy add column home_country varchar(2) default 'FR' not null;
alter table invitation_policy add column text_countries varchar(1000)           -- ISO 3166, sorted
    default 'AT,BE,BG,CA,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MT,NL,NO,PL,PT,RO,SE,SI,SK,US'
    not null;
alter table invitation_policy add column texts_per_day integer default 1000 not null;
alter table invitation_policy add column texts_per_prefix integer default 100 not null;

-- The words that an account's texts begin with; of a language without a row the product's own.
create table account_text (
    account_id bigint        not null references account,
    language   varchar(5)    not null,
    words      varchar(1600) not null,
    primary key (account_id, language)
);

-- Further numbers of a contact; the first is the contact's own.
create table contact_phone (
    contact_id bigint      not null references contact on delete cascade,
    position   integer     not null,
    phone      varchar(20) not null,   -- E.164
    primary key (contact_id, position)
);
create index contact_phone_found on contact_phone (phone, contact_id);
