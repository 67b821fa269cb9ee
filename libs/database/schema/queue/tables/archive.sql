-- Everything that hangs on queue.archive: who may touch which of its rows, and what happens then.
select migration.protect('queue.archive');

create policy queue_used on queue.archive to queue using (true) with check (true);

grant select, insert, update, delete on queue.archive to queue;
