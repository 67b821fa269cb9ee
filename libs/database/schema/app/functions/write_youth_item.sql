create or replace function app.write_youth_item(p_situation uuid, p_id uuid, p_content bytea, p_wrapped bytea,
    p_epoch text, p_destroy_by date, p_recipients uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; named integer;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation and not situation.hidden for update;
  if not found or s.stage not in ('limited', 'planning', 'intervention')
    or not (app.originated_here(p_situation)
      or exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id
          and d.agency_id = c.agency_id and d.tier = 4 and d.revoked_at is null)) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.still_entered();
  if (p_destroy_by > sec.today(s.table_id) and p_destroy_by <= sec.today(s.table_id) + 3660) is not true
    then raise exception 'youthItem.destroyBy' using errcode = 'P0001'; end if;
  insert into app.youth_item (table_id, situation_id, id, agency_id, written_by, content, wrapped_key,
      epoch_id, destroy_at)
    select s.table_id, s.id, p_id, c.agency_id, c.user_id, p_content, p_wrapped, p_epoch,
      p_destroy_by::timestamp at time zone t.time_zone from sec.situation_table t where t.id = s.table_id;
  insert into app.youth_recipient (table_id, situation_id, item_id, user_id, agency_id)
    select distinct on (seat.user_id) s.table_id, s.id, p_id, seat.user_id, seat.agency_id from sec.seat
    where seat.table_id = s.table_id and seat.persona = 'rep' and seat.user_id = any (p_recipients)
      and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now()
      order by seat.user_id, seat.id;
  get diagnostics named = row_count;
  if named = 0 or named <> (select count(distinct x) from unnest(p_recipients) x)
    then raise exception 'youthItem.recipients' using errcode = 'P0001'; end if;
  perform audit.record('youthItem.write', 'situation', s.id, array['youth'], 'allow', null,
      jsonb_build_object('item', p_id, 'recipients', to_jsonb(p_recipients), 'destroyBy', p_destroy_by));
  return p_id;
end $$;

grant execute on function app.write_youth_item(uuid, uuid, bytea, bytea, text, date, uuid[]) to rep;
