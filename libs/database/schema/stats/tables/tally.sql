-- Everything that hangs on stats.tally: who may read it, and nobody who writes it but the owner's functions.
select migration.protect('stats.tally');

create policy tally_engine on stats.tally for select to engine using (true);

grant select on stats.tally to engine, backup;
