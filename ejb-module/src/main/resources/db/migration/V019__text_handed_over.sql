-- Which attempt at a text was the last to be handed to the message centre: only that one can be in doubt.
alter table dispatch add column handed integer;

-- what is under way while this runs may have been
update dispatch set handed = attempts where channel = 'TEXT' and state = 'SENDING';
