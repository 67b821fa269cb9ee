-- The library asks for its queues at each start; they are all here already.
create or replace function queue.create_queue(queue_name text, options json) returns void
  language sql stable set search_path = pg_catalog as '';

grant execute on function queue.create_queue(text, json) to queue;
