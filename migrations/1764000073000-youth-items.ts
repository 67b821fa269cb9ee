import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Items under youth-justice law (matrix row 19): each under a key of its own, read by the persons it names and nobody else, and destroyed on a day of its
 * own, which is never later than the situation's. Whoever writes one names whoever may read it; oneself too.
 */
export class YouthItems1764000073000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table app.youth_item (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint youth_item_agency references sec.agency, written_by uuid not null constraint youth_item_author references sec.app_user,
  content bytea not null, wrapped_key bytea not null, epoch_id text not null, destroy_at timestamptz not null, written_at timestamptz not null default sec.domain_now(),
  constraint youth_item_pkey primary key (table_id, situation_id, id),
  constraint youth_item_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create index youth_item_due on app.youth_item (destroy_at);
create index youth_item_one on app.youth_item (table_id, id);
create index youth_item_epoch on app.youth_item (epoch_id);
-- Named as a person of an agency: who goes to another agency takes no right along.
create table app.youth_recipient (
  table_id uuid not null, situation_id uuid not null, item_id uuid not null, user_id uuid not null constraint youth_recipient_user references sec.app_user,
  agency_id uuid not null constraint youth_recipient_agency references sec.agency,
  constraint youth_recipient_pkey primary key (table_id, situation_id, item_id, user_id),
  constraint youth_recipient_item foreign key (table_id, situation_id, item_id) references app.youth_item on delete cascade
);
alter table app.youth_item enable row level security; alter table app.youth_item force row level security;
alter table app.youth_recipient enable row level security; alter table app.youth_recipient force row level security;
create policy youth_item_wall on app.youth_item as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (youth_item.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user) with check (youth_item.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user);
create policy youth_item_owner on app.youth_item to owner using (true) with check (true);
create policy youth_recipient_wall on app.youth_recipient as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (youth_recipient.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user) with check (youth_recipient.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user);
create policy youth_recipient_owner on app.youth_recipient to owner using (true) with check (true);

-- Past its own day nobody reads it, whoever holds the situation: a hold keeps it from destruction, not open.
create function app.named_for(p_situation uuid, p_item uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.youth_recipient r join app.situation s on s.table_id = r.table_id and s.id = r.situation_id and s.stage in ('limited', 'planning', 'intervention')
    join app.youth_item i on i.table_id = r.table_id and i.situation_id = r.situation_id and i.id = r.item_id and i.destroy_at > (select sec.domain_now())
    where r.table_id = (select (sec.ctx()).table_id) and r.situation_id = p_situation and r.item_id = p_item and r.user_id = (select (sec.ctx()).user_id) and r.agency_id = (select (sec.ctx()).agency_id)) $$;
grant execute on function app.named_for(uuid, uuid) to rep;
create policy youth_item_named on app.youth_item for select to rep using (app.named_for(youth_item.situation_id, youth_item.id));
comment on policy youth_item_named on app.youth_item is 'matrix row 19';
grant select (table_id, situation_id, id, agency_id, content, destroy_at, written_at) on app.youth_item to rep;

create function app.write_youth_item(p_situation uuid, p_id uuid, p_content bytea, p_wrapped bytea, p_epoch text, p_destroy_by date, p_recipients uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; named integer;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation and not situation.hidden for update;
  if not found or s.stage not in ('limited', 'planning', 'intervention') or not (app.originated_here(p_situation)
      or exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = c.agency_id and d.tier = 4 and d.revoked_at is null)) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.still_entered();
  if (p_destroy_by > sec.today(s.table_id) and p_destroy_by <= sec.today(s.table_id) + 3660) is not true then raise exception 'youthItem.destroyBy' using errcode = 'P0001'; end if;
  insert into app.youth_item (table_id, situation_id, id, agency_id, written_by, content, wrapped_key, epoch_id, destroy_at)
    select s.table_id, s.id, p_id, c.agency_id, c.user_id, p_content, p_wrapped, p_epoch, p_destroy_by::timestamp at time zone t.time_zone from sec.situation_table t where t.id = s.table_id;
  insert into app.youth_recipient (table_id, situation_id, item_id, user_id, agency_id)
    select distinct on (seat.user_id) s.table_id, s.id, p_id, seat.user_id, seat.agency_id from sec.seat
    where seat.table_id = s.table_id and seat.persona = 'rep' and seat.user_id = any (p_recipients) and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now() order by seat.user_id, seat.id;
  get diagnostics named = row_count;
  if named = 0 or named <> (select count(distinct x) from unnest(p_recipients) x) then raise exception 'youthItem.recipients' using errcode = 'P0001'; end if;
  perform audit.record('youthItem.write', 'situation', s.id, array['youth'], 'allow', null, jsonb_build_object('item', p_id, 'recipients', to_jsonb(p_recipients), 'destroyBy', p_destroy_by));
  return p_id;
end $$;

-- No event, no key.
create function app.open_youth_item(p_situation uuid, p_item uuid, p_purpose text) returns table (wrapped bytea, epoch_id text) language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not app.named_for(p_situation, p_item) then raise exception 'not found' using errcode = 'P0002'; end if;
  -- It is an identity as tier 4 is: the first of a session wants a fresh proof.
  perform app.opens_identities((select (sec.ctx()).session_id));
  perform audit.record('youthItem.open', 'situation', p_situation, array['youth'], 'allow', p_purpose, jsonb_build_object('item', p_item));
  perform app.watch_opening(p_situation, true);
  return query select i.wrapped_key, i.epoch_id from app.youth_item i where i.table_id = (select (sec.ctx()).table_id) and i.situation_id = p_situation and i.id = p_item;
end $$;

-- Its own day beats the table's, whatever the stage; a hold stops it like everything.
create function app.youth_items_due(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select i.table_id, i.id from app.youth_item i where i.destroy_at <= (select sec.domain_now()) and i.table_id <> all (p_skip)
    and not app.is_held(i.table_id, i.situation_id) and not sec.waits('youth', i.table_id, i.id) order by i.destroy_at limit p_limit $$;
create function app.destroy_youth_item(p_table uuid, p_item uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare i app.youth_item;
begin
  select youth_item.* into i from app.youth_item where youth_item.table_id = p_table and youth_item.id = p_item;
  if not found then return false; end if;
  perform from app.situation s where s.table_id = i.table_id and s.id = i.situation_id for update skip locked;
  if not found or app.is_held(i.table_id, i.situation_id) then return false; end if;
  delete from app.youth_item where youth_item.table_id = i.table_id and youth_item.situation_id = i.situation_id and youth_item.id = i.id and youth_item.destroy_at <= sec.domain_now();
  if not found then return false; end if;
  perform audit.record('youthItem.destroy', 'situation', i.situation_id, array['youth'], 'allow', null,
    jsonb_build_object('item', i.id, 'content', encode(sha256(i.content), 'hex'), 'keys', encode(sha256(i.wrapped_key), 'hex')), i.table_id);
  return true;
end $$;
grant execute on function app.write_youth_item(uuid, uuid, bytea, bytea, text, date, uuid[]), app.open_youth_item(uuid, uuid, text) to rep;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
