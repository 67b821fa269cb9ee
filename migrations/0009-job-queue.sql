create type queue.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');

create table queue.version (
  version int constraint version_pkey primary key, maintained_on timestamptz, cron_on timestamptz,
    monitored_on timestamptz
);

create table queue.queue (
  name text constraint queue_pkey primary key, policy text, retry_limit int, retry_delay int,
    retry_backoff bool, expire_seconds int, retention_minutes int,
  dead_letter text constraint queue_dead_letter references queue.queue, partition_name text,
  created_on timestamptz not null default now(), updated_on timestamptz not null default now()
);

create table queue.schedule (
  name text constraint schedule_pkey primary key constraint schedule_queue
    references queue.queue, cron text not null, timezone text, data jsonb, options jsonb,
  created_on timestamptz not null default now(), updated_on timestamptz not null default now()
);

create table queue.job (
  id uuid not null default gen_random_uuid(), name text not null, priority integer not null default 0,
    data jsonb,
  state queue.job_state not null default 'created',
  retry_limit integer not null default 2, retry_count integer not null default 0,
    retry_delay integer not null default 0, retry_backoff boolean not null default false,
  start_after timestamptz not null default now(), started_on timestamptz, singleton_key text,
    singleton_on timestamp, expire_in interval not null default interval '15 minutes',
  created_on timestamptz not null default now(), completed_on timestamptz,
    keep_until timestamptz not null default now() + interval '14 days',
  output jsonb, dead_letter text, policy text,
  constraint job_pkey primary key (name, id),
  -- A payload is one opaque id: never a name, a number or a text.
  constraint job_data_opaque check (data is null or name = '__pgboss__send-it' or
    (data - 'subject' = '{}'
        and data ->> 'subject' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'))
) partition by list (name);

create table queue.archive (like queue.job including defaults, archived_on timestamptz not null default now(),
    constraint archive_pkey primary key (name, id));

create index archive_archived on queue.archive (archived_on);
