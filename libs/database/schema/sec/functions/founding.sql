-- A table that this viewer may look at, as it is being founded.
create or replace function sec.founding(p_table uuid) returns table (is_founding boolean, list jsonb,
    list_hash text,
  coordinator_confirmed boolean, officers_confirmed int,
  independent_pair boolean, confirmed_by_me boolean, list_to_see boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator', 'privacy', 'administrator'],
  false); t sec.situation_table; l jsonb; h text; to_see boolean;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table
    and situation_table.ended_at is null
    and (c.persona = 'administrator' or situation_table.id = c.table_id or (c.persona = 'privacy'
      and sec.sits_at(c.agency_id, p_table)));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  -- A new seat reads who is here today: the confirmed list lacks those who joined since.
  to_see := t.id in (select sec.lists_to_see(c.user_id, c.seat_id));
  l := case when t.founding or to_see then sec.founding_list(p_table) else coalesce(t.founded_list,
    sec.founding_list(p_table)) end;
  h := sec.list_hash(l);
  return query select t.founding, l, h, sec.founding_coordinated(p_table, h),
    (select count(distinct o.agency_id)::int from sec.founding_officers(p_table, h) o),
    sec.founding_paired(p_table, h), exists (select from sec.founding_word w where w.table_id = p_table
      and w.seat_id = c.seat_id and w.list_hash = h), to_see;
end $$;

grant execute on function sec.founding(uuid) to rep, coordinator, privacy, administrator;
