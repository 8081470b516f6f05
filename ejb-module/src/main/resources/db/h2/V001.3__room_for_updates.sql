-- H2 has no pages to leave room in, and keeps the references, so that the tests see one that dangles.
comment on column dispatch.leased_until is 'the claimer''s until then';
