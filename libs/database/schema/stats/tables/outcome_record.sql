-- Everything that hangs on stats.outcome_record: who may read it, and nobody who writes it but the owner's functions.
select migration.protect('stats.outcome_record');

create policy outcome_record_engine on stats.outcome_record for select to engine using (true);

grant select on stats.outcome_record to engine, backup;
