-- Three persons of independent origin: who asks, a coordinator, an officer. The second yes places the agency,
-- in this transaction.
create or replace function sec.say_yes(p_joining uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'],
  true); j sec.joining := sec.open_joining(p_joining, c);
begin
  if c.user_id in (j.asked_by, j.coordinator_id, j.officer_id)
    then raise exception 'joining.samePerson'; end if;
  -- Nobody says yes to an agency of their own, whatever seat they say it from.
  if exists (select from sec.seat own where own.user_id = c.user_id and own.agency_id = j.agency_id
    and own.ends_at > sec.domain_now()) then raise exception 'joining.samePerson'; end if;
  if (case c.persona when 'coordinator' then j.coordinator_id else j.officer_id end) is not null
    then raise exception 'joining.otherWanted'; end if;
  perform sec.require_independent(c, j.asked_by, j.coordinator_id, j.officer_id);
  update sec.joining set coordinator_id = case c.persona when 'coordinator' then c.user_id
    else joining.coordinator_id end,
      officer_id = case c.persona when 'privacy' then c.user_id else joining.officer_id end,
      officer_agency_id = case c.persona when 'privacy' then c.agency_id else joining.officer_agency_id end
    where joining.table_id = j.table_id and joining.id = j.id returning joining.* into j;
  perform audit.record('joining.sayYes', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
  if num_nonnulls(j.coordinator_id, j.officer_id) < 2 then return 'waiting'; end if;
  perform 1 from sec.situation_table where situation_table.id = j.table_id and situation_table.ended_at
    is null for update;
  if not found or not exists (select from sec.agency where agency.id = j.agency_id and agency.ended_at
    is null) then raise exception 'joining.decided'; end if;
  perform sec.seat_agency(j.table_id, j.agency_id, j.has_account);
  update sec.situation_table set version = situation_table.version + 1 where situation_table.id = j.table_id;
  update sec.joining set decision = 'joined', decided_at = sec.domain_now()
    where joining.table_id = j.table_id and joining.id = j.id;
  perform sec.tell_tables(array[j.table_id], 'joined', j.agency_id, null, null, c.user_id);
  perform audit.record('table.place', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
  return 'joined';
end $$;

grant execute on function sec.say_yes(uuid) to coordinator, privacy;
