-- Files' links are handed over with the invitations of a member who is put out.
create index attachment_link_owner on attachment_link (owner_id);
