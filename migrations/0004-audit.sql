create table audit.event (
  chain uuid not null,
  seq bigint not null,
  at_us bigint not null,
  session_id uuid, actor uuid, seat uuid, persona text, agency uuid,
  action text not null,
  object_type text, object_id uuid,
  fields text[] not null default '{}',
  outcome text not null constraint event_outcome check (outcome in ('allow', 'hide', 'deny', 'error')),
  purpose text, request_id uuid,
  detail text not null default '{}',
  prev bytea not null, hash bytea not null,
  -- A partitioned key must contain the month's column. That no chain has a number twice follows from the lock
  -- on its head.
  constraint event_pkey primary key (chain, seq, at_us)
) partition by range (at_us);

comment on column audit.event.at_us is
  'microseconds since 1970, wall clock: the demo clock never moves audit times';

create index event_object on audit.event (chain, object_id, seq) where object_id is not null;

create index event_by_time on audit.event (chain, at_us, seq);

create table audit.head (
  chain uuid constraint head_pkey primary key, seq bigint not null, hash bytea not null,
    prev bytea not null default '\x',
  from_us bigint not null default 0, to_us bigint not null default 0, since bigint not null default 0
) with (fillfactor = 50);

comment on column audit.head.prev is
  'the hash before the last, so that one update both moves the head and tells what the new event follows';

comment on column audit.head.from_us is 'the month of the last event, until to_us: which partition has it';

comment on column audit.head.since is 'from this number on, every event of the chain is in that month';

create unlogged table audit.pending (
  chain uuid not null, at_us bigint not null, session_id uuid, actor uuid, seat uuid, persona text,
    agency uuid,
  action text not null, object_type text, object_id uuid, fields text[] not null, outcome text not null,
    purpose text, request_id uuid, detail text not null
);

-- Which T2 reads are recorded already. A session that lasts into the next month records them a second time:
-- too much, never too little.
create table audit.first_read (
  session_id uuid not null, seat_id uuid not null, situation_id uuid not null,
    at timestamptz not null default clock_timestamp(),
  month date not null default date_trunc('month', clock_timestamp() at time zone 'UTC')::date,
  constraint first_read_pkey primary key (session_id, seat_id, situation_id, month)
) partition by range (month);

create index first_read_situation on audit.first_read (situation_id);

create index first_read_at on audit.first_read (at);

create table audit.action (
  name text constraint action_pkey primary key,
  wakes text not null default 'nobody' constraint action_wakes
    check (wakes in ('table', 'coordinator', 'agency', 'coordinatorAndAgency', 'tier3', 'tier4',
          'intervening', 'consent', 'latecomer', 'hold', 'named', 'task', 'nobody')),
  counted boolean not null default false
);

-- What of a month that is over was done how often: so that nobody who asks for counts reads the events.
create table audit.month_count (
  chain uuid not null, month date not null, action text not null, outcome text not null,
  events bigint not null,
  constraint month_count_pkey primary key (chain, month, action, outcome)
);

create table audit.counted_month (
  month date constraint counted_month_pkey primary key, last_chain uuid, whole boolean not null default false
);

comment on column audit.counted_month.last_chain is 'chains up to this one are counted: one that was cut off goes on';

create table audit.checkpoint (
  only_one boolean not null default true constraint checkpoint_pkey primary key constraint checkpoint_only_one
    check (only_one),
  number bigint not null, made_at timestamptz not null,
    digest text not null constraint checkpoint_digest check (digest ~ '^[0-9a-f]{64}$')
);
