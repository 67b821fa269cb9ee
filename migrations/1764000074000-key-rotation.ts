import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rotation asks of the database (docs/adr/keyring-and-sealed-text.md). An epoch is retired before its keys are wrapped anew: from then
 * on nothing can be stored under it, so that when none is left under it, none will come, and its key may be destroyed.
 */
export class KeyRotation1764000074000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.retired_epoch (
  epoch_id text constraint retired_epoch_pkey primary key, retired_at timestamptz not null default clock_timestamp(), destroyed_at timestamptz
);
alter table sec.retired_epoch enable row level security; alter table sec.retired_epoch force row level security;
create policy retired_epoch_owner on sec.retired_epoch to owner using (true) with check (true);
create policy retired_epoch_administrator on sec.retired_epoch for select to administrator using ((select (sec.ctx()).persona) = current_user);
grant select on sec.retired_epoch to administrator;

-- One rotation at a time, in whatever process; what a killed one left is taken over after ten minutes.
create table sec.rotation_lease (id int constraint rotation_lease_pkey primary key default 1 constraint rotation_lease_single check (id = 1), taken_at timestamptz not null);
alter table sec.rotation_lease enable row level security; alter table sec.rotation_lease force row level security;
create policy rotation_lease_owner on sec.rotation_lease to owner using (true) with check (true);
create function sec.take_rotation() returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.rotation_lease as kept (taken_at) values (clock_timestamp()) on conflict (id) do update set taken_at = excluded.taken_at where kept.taken_at < clock_timestamp() - interval '10 minutes';
  return found;
end $$;
create function sec.end_rotation() returns void language sql volatile security definer set search_path = pg_catalog as $$ delete from sec.rotation_lease $$;

create function app.refuse_retired_epoch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Said as a deadlock's loser: the whole transaction is done again, and wraps its key under the epoch of now.
  if exists (select from sec.retired_epoch r where r.epoch_id = new.epoch_id) then raise exception 'the epoch was retired' using errcode = '40P01'; end if;
  return new;
end $$;
create trigger refuse_retired_epoch before insert or update of epoch_id on app.tier_key for each row execute function app.refuse_retired_epoch();
create trigger refuse_retired_epoch before insert or update of epoch_id on app.screening for each row execute function app.refuse_retired_epoch();
create trigger refuse_retired_epoch before insert or update of epoch_id on app.youth_item for each row execute function app.refuse_retired_epoch();

-- Waits for every transaction that is storing a key; those that come later see the retirement.
create function app.retire_epoch(p_epoch text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  set local lock_timeout = '5s';
  lock table app.screening, app.tier_key, app.youth_item in share row exclusive mode;
  insert into sec.retired_epoch (epoch_id) values (p_epoch) on conflict do nothing;
  if found then perform audit.record('epoch.retire', 'epoch', null, '{}', 'allow', null, jsonb_build_object('epoch', p_epoch)); end if;
end $$;

-- All of them, for the owner's own questions about few.
create function app.stored_keys() returns table (kind text, table_id uuid, place_id uuid, tier smallint, wrapped bytea, epoch_id text) language sql stable security definer set search_path = pg_catalog as $$
  select 'tier', k.table_id, k.situation_id, k.tier, k.wrapped, k.epoch_id from app.tier_key k
  union all select 'screening', s.table_id, s.id, 1::smallint, s.wrapped_key, s.epoch_id from app.screening s
  -- An item's own id stands for its situation, as a screening's does.
  union all select 'youth', i.table_id, i.id, 4::smallint, i.wrapped_key, i.epoch_id from app.youth_item i $$;
-- One page of one kind, after a place; so that no statement reads all of them.
create function app.keys_page(p_kind text, p_table uuid, p_place uuid, p_tier smallint, p_limit integer)
returns table (kind text, table_id uuid, place_id uuid, tier smallint, wrapped bytea, epoch_id text) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  case p_kind
    when 'tier' then return query select p_kind, k.table_id, k.situation_id, k.tier, k.wrapped, k.epoch_id from app.tier_key k
      where (k.table_id, k.situation_id, k.tier) > (p_table, p_place, p_tier) order by k.table_id, k.situation_id, k.tier limit p_limit;
    when 'screening' then return query select p_kind, s.table_id, s.id, 1::smallint, s.wrapped_key, s.epoch_id from app.screening s
      where (s.table_id, s.id) > (p_table, p_place) order by s.table_id, s.id limit p_limit;
    when 'youth' then return query select p_kind, i.table_id, i.id, 4::smallint, i.wrapped_key, i.epoch_id from app.youth_item i
      where (i.table_id, i.id) > (p_table, p_place) order by i.table_id, i.id limit p_limit;
  end case;
end $$;
-- Each epoch by one look into each index.
create or replace function app.epochs_in_use() returns setof text language sql stable security definer set search_path = pg_catalog as $$
  with recursive t as (select min(k.epoch_id) as id from app.tier_key k union all select (select min(k.epoch_id) from app.tier_key k where k.epoch_id > t.id) from t where t.id is not null),
    s as (select min(k.epoch_id) as id from app.screening k union all select (select min(k.epoch_id) from app.screening k where k.epoch_id > s.id) from s where s.id is not null),
    y as (select min(k.epoch_id) as id from app.youth_item k union all select (select min(k.epoch_id) from app.youth_item k where k.epoch_id > y.id) from y where y.id is not null)
  select x.id from (select t.id from t union select s.id from s union select y.id from y) x where x.id is not null $$;
-- The epochs that nothing can be stored under any more.
create function app.retired_epochs() returns setof text language sql stable security definer set search_path = pg_catalog as $$
  select r.epoch_id from sec.retired_epoch r where r.destroyed_at is null $$;

-- A key that was destroyed meanwhile stays destroyed, and one that was wrapped anew by somebody else stays as it is.
-- p: [{kind, table_id, place_id, tier, from: epoch, wrapped: base64, epoch}]
create function app.store_rewrapped(p jsonb) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; m integer; o integer;
begin
  update sec.rotation_lease set taken_at = clock_timestamp();
  update app.tier_key k set wrapped = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, tier smallint, "from" text, wrapped text, epoch text)
    where x.kind = 'tier' and k.table_id = x.table_id and k.situation_id = x.place_id and k.tier = x.tier and k.epoch_id = x."from";
  get diagnostics n = row_count;
  -- Whoever writes it sees no new version: what the agency wrote is untouched.
  update app.screening s set wrapped_key = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, "from" text, wrapped text, epoch text)
    where x.kind = 'screening' and s.table_id = x.table_id and s.id = x.place_id and s.epoch_id = x."from";
  get diagnostics m = row_count;
  update app.youth_item i set wrapped_key = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, "from" text, wrapped text, epoch text)
    where x.kind = 'youth' and i.table_id = x.table_id and i.id = x.place_id and i.epoch_id = x."from";
  get diagnostics o = row_count;
  return n + m + o;
end $$;
create function app.note_epoch_destroyed(p_epoch text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_epoch in (select e from app.epochs_in_use() e) then raise exception 'keys are left under that epoch' using errcode = '55000'; end if;
  update sec.retired_epoch set destroyed_at = clock_timestamp() where retired_epoch.epoch_id = p_epoch and retired_epoch.destroyed_at is null;
  if found then perform audit.record('epoch.destroy', 'epoch', null, '{}', 'allow', null, jsonb_build_object('epoch', p_epoch)); end if;
end $$;
grant execute on function sec.take_rotation(), sec.end_rotation(), app.retire_epoch(text), app.keys_page(text, uuid, uuid, smallint, integer), app.retired_epochs(), app.store_rewrapped(jsonb), app.note_epoch_destroyed(text) to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
