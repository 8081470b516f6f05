-- From which the token of an attached file's link is derived: a text that is sent anew carries it again.
alter table invitation add column file_nonce bytea;
alter table invitation add column file_key_id varchar(20);
