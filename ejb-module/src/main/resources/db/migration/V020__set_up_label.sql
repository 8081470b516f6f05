-- A set-up link is known by its label alone.
alter table account_set_up drop column handle;
alter table account_set_up drop column created_at;
