import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The job queue's own schema (docs/adr/job-queue.md), as pg-boss 10.3 (MIT, © 2016 Tim Jones) wants it at its schema version 24. It stands in a migration, so that
 * no serving process ever makes or alters a table. Its role can use these tables and nothing else of the database.
 */
export class Queue1764000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema queue;
create type queue.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');

create table queue.version (
  version int constraint version_pkey primary key, maintained_on timestamptz, cron_on timestamptz, monitored_on timestamptz
);
create table queue.queue (
  name text constraint queue_pkey primary key, policy text, retry_limit int, retry_delay int, retry_backoff bool, expire_seconds int, retention_minutes int,
  dead_letter text constraint queue_dead_letter references queue.queue, partition_name text,
  created_on timestamptz not null default now(), updated_on timestamptz not null default now()
);
create table queue.schedule (
  name text constraint schedule_pkey primary key constraint schedule_queue references queue.queue, cron text not null, timezone text, data jsonb, options jsonb,
  created_on timestamptz not null default now(), updated_on timestamptz not null default now()
);
create table queue.job (
  id uuid not null default gen_random_uuid(), name text not null, priority integer not null default 0, data jsonb,
  state queue.job_state not null default 'created',
  retry_limit integer not null default 2, retry_count integer not null default 0, retry_delay integer not null default 0, retry_backoff boolean not null default false,
  start_after timestamptz not null default now(), started_on timestamptz, singleton_key text, singleton_on timestamp, expire_in interval not null default interval '15 minutes',
  created_on timestamptz not null default now(), completed_on timestamptz, keep_until timestamptz not null default now() + interval '14 days',
  output jsonb, dead_letter text, policy text,
  constraint job_pkey primary key (name, id),
  -- A payload is one opaque id: never a name, a number or a text.
  constraint job_data_opaque check (data is null or name = '__pgboss__send-it' or
    (data - 'subject' = '{}' and data ->> 'subject' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'))
) partition by list (name);
create table queue.archive (like queue.job including defaults, archived_on timestamptz not null default now(), constraint archive_pkey primary key (name, id));
create index archive_archived on queue.archive (archived_on);

-- One partition a queue. Only a migration can call it; the queue's role may make no table.
create function queue.establish(p_name text, p_policy text, p_retry_limit int, p_retry_delay int, p_expire_seconds int) returns void
language plpgsql volatile set search_path = pg_catalog as $$
declare part text := 'j' || encode(sha224(p_name::bytea), 'hex');
begin
  insert into queue.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, partition_name)
    values (p_name, p_policy, p_retry_limit, p_retry_delay, true, p_expire_seconds, part);
  execute format('create table queue.%I partition of queue.job (constraint %I foreign key (name) references queue.queue) for values in (%L)', part, part || '_q', p_name);
  execute format('create unique index %I on queue.%I (name, coalesce(singleton_key, '''')) where state = ''created'' and policy = ''short''', part || '_i1', part);
  execute format('create unique index %I on queue.%I (name, singleton_on, coalesce(singleton_key, '''')) where state <> ''cancelled'' and singleton_on is not null', part || '_i4', part);
  execute format('create index %I on queue.%I (name, start_after) include (priority, created_on, id) where state < ''active''', part || '_i5', part);
  perform queue.wall(part);
end $$;

-- The same walls as on our own tables: enabled, forced, and a policy for the two roles that have business here.
create function queue.wall(p_table text) returns void language plpgsql volatile set search_path = pg_catalog as $$
begin
  execute format('alter table queue.%I enable row level security', p_table);
  execute format('alter table queue.%I force row level security', p_table);
  execute format('create policy queue_owner on queue.%I to owner using (true) with check (true)', p_table);
  execute format('create policy queue_used on queue.%I to queue using (true) with check (true)', p_table);
end $$;
select queue.wall(t) from unnest(array['version', 'queue', 'schedule', 'job', 'archive']) t;

-- The library asks for its queues at each start; they are all here already.
create function queue.create_queue(queue_name text, options json) returns void language sql stable set search_path = pg_catalog as '';

insert into queue.version (version) values (24);
-- What the library puts its schedules through.
select queue.establish('__pgboss__send-it', 'standard', 2, 1, 60);
-- The work of the clock: at most one of each waits; each has two minutes, then it is taken for lost and done again.
select queue.establish(name, 'short', 3, 15, 120)
  from unnest(array['clock.returned', 'clock.minimised', 'clock.sealed', 'clock.destroyed', 'clock.refused', 'clock.forgotten', 'clock.months']) name;
-- The weekly roll of keys wraps every key anew.
select queue.establish('clock.rolled', 'short', 3, 15, 1800);
insert into queue.schedule (name, cron, timezone, data, options) select queue.name, '* * * * *', 'UTC', null, '{}' from queue.queue where queue.name like 'clock.%';

grant usage on schema queue to queue;
grant usage on type queue.job_state to queue;
grant execute on function queue.create_queue(text, json) to queue;
grant select, update (maintained_on, cron_on, monitored_on) on queue.version to queue;
grant select on queue.queue, queue.schedule to queue;
grant select, insert, update, delete on queue.job, queue.archive to queue;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
