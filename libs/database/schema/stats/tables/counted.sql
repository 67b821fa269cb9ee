-- Everything that hangs on stats.counted: who may read it, and nobody who writes it but the owner's functions.
select migration.protect('stats.counted');

create policy counted_engine on stats.counted for select to engine using (true);

grant select on stats.counted to engine, backup;
