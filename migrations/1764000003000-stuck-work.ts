import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What scheduled jobs could not do. A row that fails is tried three times, at least a minute apart, and is then parked: it holds up no other row,
 * and the administrator's health page names it until somebody has it tried again.
 */
export class StuckWork1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.stuck (
  id uuid not null default gen_random_uuid() constraint stuck_id unique,
  kind text not null constraint stuck_kind check (kind ~ '^[a-z]{3,20}$'), table_id uuid not null, object_id uuid not null, label text,
  tries integer not null default 1, code text not null constraint stuck_code check (code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  first_at timestamptz not null default sec.domain_now(), next_at timestamptz not null default sec.domain_now() + interval '50 seconds',
  parked_at timestamptz,
  constraint stuck_pkey primary key (kind, table_id, object_id)
);
comment on column sec.stuck.table_id is 'all zeros for what belongs to no situation table';
comment on column sec.stuck.code is 'the SQLSTATE of the last try, never the message: that may quote a row';
create index stuck_parked on sec.stuck (parked_at) where parked_at is not null;
alter table sec.stuck enable row level security; alter table sec.stuck force row level security;
create policy stuck_owner on sec.stuck to owner using (true) with check (true);
create policy stuck_administrator on sec.stuck for select to administrator using ((select (sec.ctx()).persona) = current_user);
grant select (id, kind, table_id, label, tries, code, first_at, parked_at) on sec.stuck to administrator;

-- Whether a row that failed waits for its next try, or for somebody.
create function sec.waits(p_kind text, p_table uuid, p_object uuid) returns boolean language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.stuck k where k.kind = p_kind and k.table_id = p_table and k.object_id = p_object
    and (k.parked_at is not null or k.next_at > sec.domain_now())) $$;

-- How the health page names a row: a situation by its number, which says nothing of what is in it; an agency or a user by name.
create function sec.label_of_stuck(p_table uuid, p_object uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce(
    (select s.number from app.situation s where s.table_id = p_table and s.id = p_object),
    (select s.number from app.assignment a join app.situation s on s.table_id = a.table_id and s.id = a.situation_id where a.table_id = p_table and a.id = p_object and a.state = 'asked'),
    (select s.number from app.youth_item i join app.situation s on s.table_id = i.table_id and s.id = i.situation_id where i.table_id = p_table and i.id = p_object),
    (select a.name from sec.agency a where a.id = p_object), (select u.display_name from sec.app_user u where u.id = p_object));
end $$;

-- Called in a transaction of its own, after the failed one was rolled back. True when the row is parked now.
create function sec.note_stuck(p_kind text, p_table uuid, p_object uuid, p_code text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare k sec.stuck;
begin
  insert into sec.stuck as kept (kind, table_id, object_id, code, label)
  values (p_kind, p_table, p_object, p_code, sec.label_of_stuck(p_table, p_object))
  on conflict (kind, table_id, object_id) do update set tries = kept.tries + 1, code = excluded.code, next_at = excluded.next_at,
    parked_at = case when kept.tries + 1 >= 3 then coalesce(kept.parked_at, sec.domain_now()) end
  returning kept.* into k;
  if k.tries = 3 then
    perform audit.record('work.park', 'work', k.id, '{}', 'allow', null, jsonb_build_object('kind', p_kind, 'code', p_code));
  end if;
  return k.parked_at is not null;
end $$;

create function sec.work_done(p_kind text, p_table uuid, p_objects uuid[]) returns void language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.stuck where stuck.kind = p_kind and stuck.table_id = p_table and stuck.object_id = any (p_objects) $$;

-- Somebody has set right what was wrong: the row is tried by the next run.
create function sec.try_again(p_id uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  delete from sec.stuck where stuck.id = p_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('work.tryAgain', 'work', p_id, '{}', 'allow');
end $$;
grant execute on function sec.try_again(uuid) to administrator;
grant execute on function sec.note_stuck(text, uuid, uuid, text), sec.work_done(text, uuid, uuid[]) to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
