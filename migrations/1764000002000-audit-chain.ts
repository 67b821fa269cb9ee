import type { MigrationInterface, QueryRunner } from 'typeorm';

// Written where they are used: a call of a function with a search_path of its own costs each commit more than what it computes.
const canonical = (
  event: string,
  seq: string,
): string => `convert_to(array_to_json(array[${event}.chain::text, (${seq})::text, ${event}.at_us::text,
    ${event}.session_id::text, ${event}.actor::text, ${event}.seat::text, ${event}.persona, ${event}.agency::text, ${event}.action, ${event}.object_type,
    ${event}.object_id::text, array_to_string(${event}.fields, ' '), ${event}.outcome, ${event}.purpose, ${event}.request_id::text, ${event}.detail])::text, 'UTF8')`;
const opening = (action: string): string =>
  `(${action} ~ '[.](open|list|read|card)$' or ${action} = 'reading.refused')`;
const changes = (action: string): string => `(not ${opening(action)} and ${action} <> 'change.refused')`;

/**
 * The audit: one hash chain a table and one for administration. Functions of the owner record what happened as pending rows;
 * a deferred trigger chains them as the last work of the transaction, so that a chain's head is locked only while committing.
 * Nobody but the owner's functions can record, and nothing can change or remove what was recorded.
 */
export class AuditChain1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
  -- A partitioned key must contain the month's column. That no chain has a number twice follows from the lock on its head.
  constraint event_pkey primary key (chain, seq, at_us)
) partition by range (at_us);
comment on column audit.event.at_us is 'microseconds since 1970, wall clock: the demo clock never moves audit times';
create index event_object on audit.event (chain, object_id, seq) where object_id is not null;

create table audit.head (
  chain uuid constraint head_pkey primary key, seq bigint not null, hash bytea not null, prev bytea not null default '\\x',
  from_us bigint not null default 0, to_us bigint not null default 0, since bigint not null default 0
) with (fillfactor = 50);
comment on column audit.head.prev is 'the hash before the last, so that one update both moves the head and tells what the new event follows';
comment on column audit.head.from_us is 'the month of the last event, until to_us: which partition has it';
comment on column audit.head.since is 'from this number on, every event of the chain is in that month';

create unlogged table audit.pending (
  chain uuid not null, at_us bigint not null, session_id uuid, actor uuid, seat uuid, persona text, agency uuid,
  action text not null, object_type text, object_id uuid, fields text[] not null, outcome text not null, purpose text, request_id uuid, detail text not null
);

-- Which T2 reads are recorded already. A session that lasts into the next month records them a second time: too much, never too little.
create table audit.first_read (
  session_id uuid not null, seat_id uuid not null, situation_id uuid not null, at timestamptz not null default clock_timestamp(),
  month date not null default date_trunc('month', clock_timestamp() at time zone 'UTC')::date,
  constraint first_read_pkey primary key (session_id, seat_id, situation_id, month)
) partition by range (month);
create index first_read_situation on audit.first_read (situation_id);
create index first_read_at on audit.first_read (at);

alter table audit.event enable row level security; alter table audit.event force row level security;
alter table audit.head enable row level security; alter table audit.head force row level security;
alter table audit.pending enable row level security; alter table audit.pending force row level security;
alter table audit.first_read enable row level security; alter table audit.first_read force row level security;
create policy event_owner on audit.event to owner using (true) with check (true);
create policy head_owner on audit.head to owner using (true) with check (true);
create policy pending_owner on audit.pending to owner using (true) with check (true);
create policy first_read_owner on audit.first_read to owner using (true) with check (true);

-- A JSON array of texts without spaces, so that an offline verifier in any language builds the same bytes.
create function audit.canonical(e audit.event) returns bytea language sql stable set search_path = pg_catalog as $$ select ${canonical('e', 'e.seq')} $$;

-- The actor comes from the signed context; a function without one (authn, job) names its chain by p_table or writes to administration.
create function audit.record(p_action text, p_object_type text, p_object_id uuid, p_fields text[], p_outcome text,
  p_purpose text default null, p_detail jsonb default '{}', p_table uuid default null, p_actor uuid default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  insert into audit.pending (chain, at_us, session_id, actor, seat, persona, agency, action, object_type, object_id, fields, outcome, purpose, request_id, detail)
  values (coalesce(c.table_id, p_table, '00000000-0000-0000-0000-000000000000'), (extract(epoch from clock_timestamp()) * 1000000)::bigint,
    c.session_id, coalesce(c.user_id, p_actor), c.seat_id, c.persona, c.agency_id, p_action, p_object_type, p_object_id,
    coalesce(p_fields, '{}'), p_outcome, p_purpose, nullif(current_setting('situation_table.request_id', true), '')::uuid, p_detail::text);
end $$;

-- That something was opened or shown, or was asked for in vain.
create function audit.is_opening(p_action text) returns boolean language sql immutable set search_path = pg_catalog as $$ select ${opening('p_action')} $$;
create function audit.changes(p_action text) returns boolean language sql immutable set search_path = pg_catalog as $$ select ${changes('p_action')} $$;

create function audit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin raise exception 'audit is append-only' using errcode = '42501'; end $$;
create trigger event_unchangeable before update or delete or truncate on audit.event for each statement execute function audit.refuse_change();

-- The partition of a month, with the same protection as its parent; nothing where it exists. It is attached, not created as a partition, since
-- that locks out nobody who reads or writes other months. Two transactions that make it at once wait for each other.
create function audit.make_month(p_of text, p_at timestamptz) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare begins date := date_trunc('month', p_at at time zone 'UTC')::date; ends date := (begins + interval '1 month')::date;
  part text := p_of || to_char(begins, '_YYYY_MM');
begin
  if to_regclass(format('audit.%I', part)) is not null then return; end if;
  perform pg_advisory_xact_lock(7190217441);
  -- Asked of the catalogue itself: waiting for such a lock does not renew what this session remembers of names.
  if exists (select from pg_class c where c.relnamespace = 'audit'::regnamespace and c.relname = part) then return; end if;
  execute format('create table audit.%I (like audit.%I including defaults including constraints)', part, p_of);
  execute format('alter table audit.%I enable row level security', part);
  execute format('alter table audit.%I force row level security', part);
  execute format('create policy %I on audit.%I to owner using (true) with check (true)', part || '_owner', part);
  if p_of = 'event' then
    execute format('create trigger event_unchangeable before update or delete or truncate on audit.%I for each statement '
      'execute function audit.refuse_change()', part);
    execute format('alter table audit.event attach partition audit.%I for values from (%s) to (%s)', part, audit.us_of(begins), audit.us_of(ends));
  else
    execute format('alter table audit.first_read attach partition audit.%I for values from (%L) to (%L)', part, begins, ends);
  end if;
end $$;
create function audit.us_of(p_day date) returns bigint language sql immutable set search_path = pg_catalog as $$
  select (extract(epoch from p_day::timestamp) * 1000000)::bigint $$;

-- Makes the months to come before anybody needs them, and removes what no session can need again: sessions last twelve hours.
create function sec.keep_months() returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare part text; n integer; removed integer; dropped integer := 0;
begin
  for n in 0..2 loop
    perform audit.make_month('event', clock_timestamp() + make_interval(months => n));
    perform audit.make_month('first_read', clock_timestamp() + make_interval(months => n));
  end loop;
  n := 0;
  for part in select i.inhrelid::regclass::text from pg_inherits i where i.inhparent = 'audit.first_read'::regclass order by 1 loop
    execute format('delete from %1$s r where r.ctid = any (array(select o.ctid from %1$s o where o.at < $1 limit 5000))', part) using clock_timestamp() - interval '1 day';
    get diagnostics removed = row_count;
    n := n + removed;
  end loop;
  -- Removing a month locks all of them for an instant: not while somebody reads them, and then with the next run.
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.first_read'::regclass
      and c.relname < 'first_read' || to_char(clock_timestamp() at time zone 'UTC' - interval '1 month 2 days', '_YYYY_MM') loop
    begin
      set local lock_timeout = '1s';
      execute format('drop table audit.%I', part);
      dropped := dropped + 1;
    exception when lock_not_available then exit; end;
  end loop;
  return n + dropped;
end $$;
grant execute on function sec.keep_months() to job;
select sec.keep_months();

-- The situations among these that this seat has not read in this session, which are read from now on.
create function audit.first_reads(p_session uuid, p_seat uuid, p_situations uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform audit.make_month('first_read', clock_timestamp());
  return query insert into audit.first_read (session_id, seat_id, situation_id)
    select p_session, p_seat, s.id from unnest(p_situations) s(id) on conflict do nothing returning first_read.situation_id;
end $$;

-- Two statements and no more: each costs the commit, and the head is locked from the first of them. docs/performance.md says what each is worth.
-- The pending row stays behind: one that another transaction can see is chained already, and the clock's job sweeps those (sec.forget_expired).
create function audit.append_pending() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare h audit.head;
begin
  loop
    update audit.head set seq = head.seq + 1, prev = head.hash, hash = sha256(head.hash || ${canonical('new', 'head.seq + 1')})
      where head.chain = new.chain returning head.* into h;
    exit when found;
    insert into audit.head (chain, seq, hash) values (new.chain, 0, '\\x') on conflict (chain) do nothing;
  end loop;
  -- Once a month and chain: the partition may be missing where the job has not run for two months.
  if new.at_us < h.from_us or new.at_us >= h.to_us then
    perform audit.make_month('event', to_timestamp(new.at_us / 1000000.0));
    update audit.head set since = h.seq, from_us = audit.us_of(date_trunc('month', to_timestamp(new.at_us / 1000000.0) at time zone 'UTC')::date),
      to_us = audit.us_of((date_trunc('month', to_timestamp(new.at_us / 1000000.0) at time zone 'UTC') + interval '1 month')::date) where head.chain = new.chain;
  end if;
  insert into audit.event (chain, seq, at_us, session_id, actor, seat, persona, agency, action, object_type, object_id, fields, outcome, purpose, request_id, detail, prev, hash)
    values (new.chain, h.seq, new.at_us, new.session_id, new.actor, new.seat, new.persona, new.agency, new.action, new.object_type, new.object_id,
      new.fields, new.outcome, new.purpose, new.request_id, new.detail, h.prev, h.hash);
  -- Who waits for changes of a table is woken with the table and the sequence, nothing else; a read or a refusal wakes nobody.
  if ${changes('new.action')} and new.chain <> '00000000-0000-0000-0000-000000000000' then
    perform pg_notify('situation_table_change', new.chain::text || ' ' || h.seq::text);
  end if;
  return null;
end $$;
create constraint trigger append_at_commit after insert on audit.pending deferrable initially deferred
  for each row execute function audit.append_pending();

-- Names the first broken event of a chain, or the one after its last where the head disagrees (a wiped or truncated chain).
create function audit.first_broken(p_chain uuid) returns bigint language plpgsql stable security definer set search_path = pg_catalog as $$
declare e audit.event; expected bytea := '\\x'; n bigint := 0; h audit.head;
begin
  for e in select event.* from audit.event where event.chain = p_chain order by event.seq loop
    n := n + 1;
    if e.seq <> n or e.prev <> expected or e.hash <> sha256(expected || audit.canonical(e)) then return n; end if;
    expected := e.hash;
  end loop;
  select head.* into h from audit.head where head.chain = p_chain;
  -- A chain begins with its table; one without a head was wiped.
  if not found then return n + 1; end if;
  if h.seq <> n or h.hash <> expected then return n + 1; end if;
  return null;
end $$;
create function audit.begin_chain() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin perform audit.record('table.begin', 'table', new.id, '{}', 'allow', p_table => new.id); return null; end $$;
create trigger begin_chain after insert on sec.situation_table for each row execute function audit.begin_chain();
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
