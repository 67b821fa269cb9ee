-- The same walls as on our own tables: enabled, forced, and a policy for the two roles that have business
-- here.
create or replace function queue.protect(p_table text) returns void
  language plpgsql volatile set search_path = pg_catalog as $$
begin
  execute format('alter table queue.%I enable row level security', p_table);
  execute format('alter table queue.%I force row level security', p_table);
  execute format('create policy queue_owner on queue.%I to owner using (true) with check (true)', p_table);
  execute format('create policy queue_used on queue.%I to queue using (true) with check (true)', p_table);
end $$;
