-- Everything that hangs on stats.outcome_risks: who may read it, and nobody who writes it but the owner's functions.
select migration.protect('stats.outcome_risks');

create policy outcome_risks_engine on stats.outcome_risks for select to engine using (true);

grant select on stats.outcome_risks to engine, backup;
