-- Everything that hangs on stats.outcome_record: who may touch which of its rows, and what happens then.
select migration.protect('stats.outcome_record');

grant select on stats.outcome_record to backup;
