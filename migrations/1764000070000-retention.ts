import type { MigrationInterface, QueryRunner } from 'typeorm';

const ctx = (field: string): string => `(select (sec.ctx()).${field})`;
const walled = ['hold', 'hold_request', 'early_destruction', 'certificate'];
const holdReasons = `('litigation', 'investigation', 'complaint', 'accessRequest', 'courtOrder')`;

/**
 * The end of a situation: holds, retention, destruction. Clock and hold are checked here and nowhere else, so that neither the job
 * nor a route can destroy early or over a hold. Reasons are words of a closed list: free text in a hold could name somebody.
 */
export class Retention1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Row 39. A hold stops destruction and minimising; it gives nobody anything to read.
create table app.hold (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint hold_agency references sec.agency, reason text not null constraint hold_reason check (reason in ${holdReasons}), review_on date not null,
  set_by uuid not null constraint hold_setter references sec.app_user, set_at timestamptz not null default sec.domain_now(),
  lifted_by uuid constraint hold_lifter references sec.app_user, lifted_at timestamptz,
  constraint hold_pkey primary key (table_id, situation_id, id),
  constraint hold_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create unique index hold_one_an_agency on app.hold (table_id, situation_id, agency_id) where lifted_at is null;
create index hold_of_agency on app.hold (agency_id, review_on) where lifted_at is null;
create index hold_lifted_of_agency on app.hold (agency_id, review_on, id) where lifted_at is not null;
create table app.hold_request (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint hold_request_agency references sec.agency, reason text not null constraint hold_request_reason check (reason in ${holdReasons}),
  asked_by uuid not null constraint hold_request_asker references sec.app_user, asked_at timestamptz not null default sec.domain_now(), answered_at timestamptz,
  constraint hold_request_pkey primary key (table_id, situation_id, id),
  constraint hold_request_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create unique index hold_request_one_open on app.hold_request (table_id, situation_id, agency_id) where answered_at is null;
create index hold_request_of_agency on app.hold_request (agency_id, asked_at, id) where answered_at is null;

-- Two people, and the consent that it stands on. The row goes with the situation; both acts stay in the audit.
create table app.early_destruction (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint early_destruction_agency references sec.agency, asked_by uuid not null constraint early_destruction_asker references sec.app_user,
  consent text not null constraint early_destruction_consent check (consent in ('written', 'verbal', 'guardian', 'substituteDecisionMaker')), consented_on date not null,
  asked_at timestamptz not null default sec.domain_now(),
  constraint early_destruction_pkey primary key (table_id, situation_id, id),
  constraint early_destruction_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create unique index early_destruction_one on app.early_destruction (table_id, situation_id);

-- What is left of a destroyed situation: that it was, how much there was, and hashes of what was destroyed. No code, no month of its own.
create table app.certificate (
  table_id uuid not null constraint certificate_table references sec.situation_table, situation_id uuid not null, number text not null,
  agency_id uuid constraint certificate_agency references sec.agency, because text not null constraint certificate_because check (because in ('retention', 'early')),
  destroyed_at timestamptz not null default sec.domain_now(), rows jsonb not null, content_hash text not null, keys_hash text not null,
  constraint certificate_pkey primary key (table_id, situation_id)
);
create index certificate_of_agency on app.certificate (agency_id, destroyed_at, situation_id);
comment on column app.certificate.content_hash is 'SHA-256 over the SHA-256 of each table''s sealed bytes, tables by name: whoever finds an old copy can tell that it is this one';
comment on column app.certificate.keys_hash is 'SHA-256 over the wrapped keys as they last stood';
`);
    for (const table of walled) {
      await runner.query(`
alter table app.${table} enable row level security;
alter table app.${table} force row level security;
create policy ${table}_wall on app.${table} as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (${table}.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user) with check (${table}.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user);
create policy ${table}_owner on app.${table} to owner using (true) with check (true);`);
    }
    await runner.query(`
-- The coordinator is the second person of an early destruction, and must find what waits.
create policy early_destruction_chair on app.early_destruction for select to coordinator using (exists (select from app.situation s where s.table_id = early_destruction.table_id and s.id = early_destruction.situation_id));
grant select (table_id, situation_id, id, agency_id, consent, consented_on, asked_at) on app.early_destruction to coordinator;

create function app.is_held(p_table uuid, p_situation uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.hold h where h.table_id = p_table and h.situation_id = p_situation and h.lifted_at is null) $$;
create function app.exits_to_minimise(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select w.table_id, w.situation_id from app.workflow w join app.situation s on s.table_id = w.table_id and s.id = w.situation_id and s.hidden
   where w.left_at is not null and w.minimised_at is null and w.sealed_at is null and w.left_at <= (select sec.domain_now() - interval '10 minutes')
     and w.table_id <> all (p_skip) and not app.is_held(w.table_id, w.situation_id) and not sec.waits('minimised', w.table_id, w.situation_id)
   order by w.left_at limit p_limit $$;
-- Every table that has rows of a situation, those that others refer to last. Asked of the catalogue, so that a table added later is not forgotten.
create function app.tables_of_situations() returns table (name text, sealed text[]) language sql stable security definer set search_path = pg_catalog as $$
  select c.relname::text, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype order by a.attnum)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
    where c.relkind = 'r' and c.relname not in ('certificate', 'meeting_card')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'situation_id' and not a.attisdropped)
    order by exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = c.oid), c.relname $$;

-- Removes every row and key of a situation; says how many there were, and hashes of what was sealed.
create function app.erase(p_table uuid, p_situation uuid) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare x record; n bigint; digest bytea; counted jsonb := '{}'; content bytea := ''; keys bytea := '';
begin
  -- Uncounted: that there was a signal of misuse, when nothing in the audit explains one, could tell of a name.
  delete from app.signal where signal.table_id = p_table and signal.situation_id = p_situation;
  delete from app.identity_opening where identity_opening.table_id = p_table and identity_opening.situation_id = p_situation;
  for x in select t.name, t.sealed from app.tables_of_situations() t order by t.name loop
    execute format('select count(*), sha256(coalesce(string_agg(%1$s, ''''::bytea order by %1$s), '''')) from app.%2$I r where r.table_id = $1 and r.situation_id = $2',
      case when cardinality(x.sealed) = 0 then '''''::bytea' else (select string_agg(format('coalesce(r.%I, '''')', s), ' || ') from unnest(x.sealed) s) end, x.name) into n, digest using p_table, p_situation;
    if n > 0 then
      counted := counted || jsonb_build_object(x.name, n);
      if 'wrapped' = any (x.sealed) then keys := keys || digest; elsif cardinality(x.sealed) > 0 then content := content || digest; end if;
    end if;
  end loop;
  update app.meeting_card set situation_id = null, with_summary = false where meeting_card.table_id = p_table and meeting_card.situation_id = p_situation;
  update app.exit set joined_id = null where exit.table_id = p_table and exit.joined_id = p_situation;
  for x in select t.name from app.tables_of_situations() t loop
    execute format('delete from app.%I r where r.table_id = $1 and r.situation_id = $2', x.name) using p_table, p_situation;
  end loop;
  delete from audit.first_read where first_read.situation_id = p_situation;
  delete from app.situation where situation.table_id = p_table and situation.id = p_situation;
  return jsonb_build_object('rows', counted, 'content', encode(sha256(content), 'hex'), 'keys', encode(sha256(keys), 'hex'));
end $$;

-- The one way to destroy: sealed, past its day unless two people with consent asked for it, and no hold.
create function app.destroy(s app.situation, p_because text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow; c app.conclusion; gone jsonb; origin uuid;
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id and workflow.situation_id = s.id for update;
  if s.stage <> 'concluded' or w.sealed_at is null then raise exception 'retention.notSealed' using errcode = 'P0001'; end if;
  select conclusion.* into strict c from app.conclusion where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
  if app.is_held(s.table_id, s.id) then raise exception 'retention.held' using errcode = 'P0001'; end if;
  if p_because <> 'early' and c.destroy_on > sec.today(s.table_id) then raise exception 'retention.notDue' using errcode = 'P0001'; end if;
  select o.agency_id into origin from app.situation_origin o where o.table_id = s.table_id and o.situation_id = s.id;
  gone := app.erase(s.table_id, s.id);
  insert into app.certificate (table_id, situation_id, number, agency_id, because, rows, content_hash, keys_hash)
  values (s.table_id, s.id, s.number, origin, p_because, gone -> 'rows', gone ->> 'content', gone ->> 'keys');
  perform audit.record('situation.destroy', 'situation', s.id, '{}', 'allow', null, gone || jsonb_build_object('number', s.number, 'because', p_because), s.table_id);
end $$;

-- What falls due by a day of the table's own calendar: what the dry run lists. The day after the last one of UTC is the latest that it can be anywhere.
create function app.due_within(p_days integer) returns table (table_id uuid, situation_id uuid, number text, agency_id uuid, concluded_on date, destroy_on date, sealed boolean, held boolean)
language sql volatile security definer set search_path = pg_catalog as $$
  select s.table_id, s.id, s.number, c.origin_agency_id, c.concluded_on, c.destroy_on, w.sealed_at is not null, app.is_held(s.table_id, s.id)
    from app.conclusion c join app.situation s on s.table_id = c.table_id and s.id = c.situation_id and s.stage = 'concluded'
    join app.workflow w on w.table_id = s.table_id and w.situation_id = s.id
    where c.destroy_on <= (select case when p_days is null then date 'infinity' else (sec.domain_now() at time zone 'UTC')::date + 1 + p_days end)
      and (p_days is null or c.destroy_on <= sec.today(s.table_id) + p_days)
    order by c.destroy_on, s.id $$;

create function app.due_to_destroy(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select c.table_id, c.situation_id from app.conclusion c join app.workflow w on w.table_id = c.table_id and w.situation_id = c.situation_id and w.sealed_at is not null
   where c.destroy_on <= (select (sec.domain_now() at time zone 'UTC')::date + 1) and c.destroy_on <= sec.today(c.table_id)
     and c.table_id <> all (p_skip) and not app.is_held(c.table_id, c.situation_id) and not sec.waits('destroyed', c.table_id, c.situation_id)
   order by c.destroy_on, c.situation_id limit p_limit $$;
create function app.destroy_due(p_table uuid, p_situation uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation;
begin
  -- A hold is set under the same lock: whoever comes second sees the first.
  select situation.* into s from app.situation where situation.table_id = p_table and situation.id = p_situation for update skip locked;
  if not found or app.is_held(p_table, p_situation) then return false; end if;
  perform app.destroy(s, 'retention');
  return true;
end $$;
grant execute on function app.due_within(integer), app.number_order(text) to job;
grant execute on function app.number_order(text) to privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
