-- Personal contacts with several addresses and numbers.
alter table contact add column email_label varchar(10);   -- WORK | HOME | MOBILE | OTHER; null: not said
alter table contact add column phone_label varchar(10);
alter table contact add column note varchar(1000);
-- Further addresses (as keys) and numbers, parted by spaces: what the contact is found by as well.
alter table contact add column found_by varchar(4000);
alter table contact_phone add column label varchar(10);
update contact set found_by = (select p.phone from contact_phone p
    where p.contact_id = contact.id and p.position = 1)
    where exists (select 1 from contact_phone p where p.contact_id = contact.id and p.position = 1);

-- Further addresses of a contact; the first is the contact's own.
create table contact_email (
    contact_id bigint       not null references contact on delete cascade,
    position   integer      not null,
    email      varchar(254) not null,
    email_key  varchar(254) not null,
    label      varchar(10),
    primary key (contact_id, position)
);
create index contact_email_found on contact_email (email_key, contact_id);

-- One row per member who keeps personal contacts; whoever changes them holds it until the commit.
create table contact_book (
    owner_id bigint not null primary key references membership,
    changes  bigint not null
);
