-- The words that an account's invitation mails begin with; what is null, and all of a language
-- without a row, are the product's own.
create table account_mail (
    account_id bigint        not null references account,
    language   varchar(5)    not null,
    subject    varchar(150),
    opening    varchar(1000),
    primary key (account_id, language)
);
