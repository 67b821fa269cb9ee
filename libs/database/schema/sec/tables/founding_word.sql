-- Everything that hangs on sec.founding_word: who may touch which of its rows, and what happens then.
select migration.protect('sec.founding_word');

grant select on sec.founding_word to backup;
