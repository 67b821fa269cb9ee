-- Everything that hangs on sec.feed_secret: who may touch which of its rows, and what happens then.
select migration.protect('sec.feed_secret');

grant select on sec.feed_secret to backup;
