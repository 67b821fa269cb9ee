-- Everything that hangs on stats.largest: who may read it, and nobody who writes it but the owner's functions.
select migration.protect('stats.largest');

create policy largest_engine on stats.largest for select to engine using (true);

grant select on stats.largest to engine, backup;
