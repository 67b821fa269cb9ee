-- One partition a queue. Only a migration can call it; the queue's role may make no table.
create or replace function queue.establish(p_name text, p_policy text, p_retry_limit int, p_retry_delay int,
    p_expire_seconds int) returns void
language plpgsql volatile set search_path = pg_catalog as $$
declare part text := 'j' || encode(sha224(p_name::bytea), 'hex');
begin
  insert into queue.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
      partition_name)
    values (p_name, p_policy, p_retry_limit, p_retry_delay, true, p_expire_seconds, part);
  execute format('create table queue.%I partition of queue.job (constraint %I foreign key (name) references queue.queue) for values in (%L)',
      part, part || '_q', p_name);
  execute format('create unique index %I on queue.%I (name, coalesce(singleton_key, '''')) where state = ''created'' and policy = ''short''',
      part || '_i1', part);
  execute format('create unique index %I on queue.%I (name, singleton_on, coalesce(singleton_key, '''')) where state <> ''cancelled'' and singleton_on is not null',
      part || '_i4', part);
  execute format('create index %I on queue.%I (name, start_after) include (priority, created_on, id) where state < ''active''',
      part || '_i5', part);
  perform queue.protect(part);
end $$;
