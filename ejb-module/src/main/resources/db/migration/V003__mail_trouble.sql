-- Why a message is late or given up where no server has said so: the screen has words for each.
alter table dispatch add column trouble varchar(20);
