-- H2 compares code point by code point as it is; the step keeps both databases at one version.
comment on column contact_word.word is 'lower-case, no accents';
