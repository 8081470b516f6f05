-- Prefixes are searched as ranges, which holds only where words are compared code point by code
-- point, as H2 does; most languages' rules of order do otherwise.
alter table contact alter column sort_key type varchar(254) collate "C";
alter table contact_word alter column word type varchar(64) collate "C";
