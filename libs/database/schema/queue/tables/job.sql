-- Everything that hangs on queue.job: who may touch which of its rows, and what happens then.
select migration.protect('queue.job');

create policy queue_used on queue.job to queue using (true) with check (true);

grant select, insert, update, delete on queue.job to queue;
