-- Everything that hangs on queue.queue: who may touch which of its rows, and what happens then.
select migration.protect('queue.queue');

create policy queue_used on queue.queue to queue using (true) with check (true);

grant select on queue.queue to queue;
