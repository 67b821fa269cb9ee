import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are in no backup: keys, what must not outlive a restore (sessions, challenges, throttles, known devices, receipts), and signals, which must not outlive their situation anywhere. */
const left = [
  'app.tier_key',
  'app.move',
  'audit.action',
  'audit.pending',
  'audit.first_read',
  'sec.context_key',
  'sec.session',
  'sec.challenge',
  'sec.throttle',
  'sec.known_device',
  'sec.idempotency',
  'sec.set_up_code',
  'sec.projector_session',
  'sec.rotation_lease',
  'sec.letter',
  'app.signal',
  'app.identity_opening',
];

/**
 * What a backup may read, and the keys of the key dump. The login `backup` goes past row-level security and reads everything but keys, so that
 * no backup of data can hold one. A migration that comes later grants its tables itself.
 */
export class Backup1764000099000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
grant usage on schema app, sec, audit, codebook, stats to backup;
grant select on all tables in schema app, sec, audit, codebook, stats to backup;
revoke select on ${left.join(', ')}, app.screening, app.youth_item from backup;
-- A month of the audit is read through the whole, as those are that come later.
do $$ declare part text; begin
  for part in select i.inhrelid::regclass from pg_inherits i where i.inhparent in ('audit.event'::regclass, 'audit.first_read'::regclass) loop
    execute format('revoke select on %s from backup', part);
  end loop; end $$;
grant select (table_id, agency_id, id, content, created_by, created_at, updated_at, version) on app.screening to backup;
grant select (table_id, situation_id, id, agency_id, written_by, content, destroy_at, written_at) on app.youth_item to backup;

-- When what was taken: the operator's ledger (matrix row 56).
create table sec.backup_run (
  id uuid not null default gen_random_uuid() constraint backup_run_pkey primary key,
  kind text not null constraint backup_run_kind check (kind in ('data', 'keys', 'restore')), taken_at timestamptz not null default clock_timestamp(), rows bigint not null, keys bigint not null, bytes bigint not null
);
alter table sec.backup_run enable row level security; alter table sec.backup_run force row level security;
create policy backup_run_owner on sec.backup_run to owner using (true) with check (true);
grant select on sec.backup_run to backup;
-- How many rows and keys there are would tell an administrator of each situation, screening and item as it comes: by the rule of sec.coarse.
create function sec.backups(p_kind text, p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, kind text, taken_at timestamptz, rows bigint, keys bigint, bytes bigint)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  return query select b.id, b.kind, b.taken_at, sec.coarse(b.rows), sec.coarse(b.keys), sec.coarse(b.bytes) from sec.backup_run b
    where (p_kind is null or b.kind = p_kind) and (p_before is null or (b.taken_at, b.id) < (p_before, p_before_id))
    order by b.taken_at desc, b.id desc limit p_limit;
end $$;
grant execute on function sec.backups(text, timestamptz, uuid, integer) to administrator;
create function sec.note_backup(p_kind text, p_rows bigint, p_keys bigint, p_bytes bigint) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.backup_run (kind, rows, keys, bytes) values (p_kind, p_rows, p_keys, p_bytes);
  perform audit.record('backup.' || p_kind, 'installation', null, '{}', 'allow', null, jsonb_build_object('rows', p_rows, 'keys', p_keys));
end $$;

-- What is gone since any backup: its rows are deleted when a backup is restored. A screening that is gone has no key, and no list tells that it was.
-- A page of it, after a place.
create function app.gone_page(p_how text, p_table uuid, p_situation uuid, p_limit integer) returns table (table_id uuid, situation_id uuid, how text, certificate jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  case p_how
    when 'destroyed' then return query select k.table_id, k.situation_id, p_how, to_jsonb(k) from app.certificate k
      where (k.table_id, k.situation_id) > (p_table, p_situation) order by k.table_id, k.situation_id limit p_limit;
    when 'minimised' then return query select w.table_id, w.situation_id, p_how, null::jsonb from app.workflow w
      where w.minimised_at is not null and (w.table_id, w.situation_id) > (p_table, p_situation) order by w.table_id, w.situation_id limit p_limit;
  end case;
end $$;
grant execute on function app.gone_page(text, uuid, uuid, integer), sec.note_backup(text, bigint, bigint, bigint) to job;

-- The owner's, called by restore after its rows and keys are in: what was destroyed or minimised since is so again, before anybody is served.
create function app.forget_again(p_gone jsonb) returns table (destroyed integer, minimised integer) language plpgsql security definer set search_path = pg_catalog as $$
declare x record; w app.workflow; s app.situation;
begin
  destroyed := 0; minimised := 0;
  for x in select g.table_id, g.situation_id, g.how, g.certificate from jsonb_to_recordset(p_gone) g(table_id uuid, situation_id uuid, how text, certificate jsonb) loop
    -- The list must outlive this restore: the next key dump is written from it.
    if x.certificate is not null then insert into app.certificate select (jsonb_populate_record(null::app.certificate, x.certificate)).* on conflict do nothing; end if;
    select situation.* into s from app.situation where situation.table_id = x.table_id and situation.id = x.situation_id;
    continue when not found;
    select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    continue when x.how = 'minimised' and w.minimised_at is not null;
    if x.how = 'minimised' and s.stage in ('rejected', 'returned', 'withdrawn') then
      perform app.minimise(w);
      minimised := minimised + 1;
    else
      -- It was still open when the data was copied: what it became is not known here, and its texts are gone.
      perform app.erase(s.table_id, s.id);
      perform audit.record('situation.forgetAgain', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('how', x.how), s.table_id);
      destroyed := destroyed + 1;
    end if;
  end loop;
  return next;
end $$;
-- Situations whose texts nobody could ever read again: a restore that would leave one is refused.
create function app.without_keys() returns bigint language sql stable security definer set search_path = pg_catalog as $$
  select count(*) from app.tier2_text t where not exists (select from app.tier_key k where k.table_id = t.table_id and k.situation_id = t.situation_id and k.tier = 2) $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
