-- Everything that hangs on queue.schedule: who may touch which of its rows, and what happens then.
select migration.protect('queue.schedule');

create policy queue_used on queue.schedule to queue using (true) with check (true);

grant select on queue.schedule to queue;
