-- Everything that hangs on queue.version: who may touch which of its rows, and what happens then.
select migration.protect('queue.version');

create policy queue_used on queue.version to queue using (true) with check (true);

grant select, update (maintained_on, cron_on, monitored_on) on queue.version to queue;
