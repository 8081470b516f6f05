-- Whose addresses may be invited, guests, approval, and what is asked of a sign-in.
alter table invitation_policy add column disposable_refused boolean default true not null;
alter table invitation_policy add column allowed_recipients varchar(20000);   -- one a line: an address, a domain or *.domain; null: all
alter table invitation_policy add column denied_recipients varchar(20000);    -- the same; null: none
alter table invitation_policy add column guests_welcome boolean default true not null;
alter table invitation_policy add column guest_max_days integer;              -- null: as long as they like
alter table invitation_policy add column approval varchar(10) default 'NONE' not null;   -- NONE | GUESTS | EVERYONE
alter table invitation_policy add column admins_need_totp boolean default false not null;
alter table invitation_policy add column password_minimum integer default 12 not null;
