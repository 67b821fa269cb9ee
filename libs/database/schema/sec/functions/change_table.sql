-- What p does not name stays as it is. The three settings that need a second person are not here.
-- p: name, region, timeZone, correctionDays, and what sec.rule_of reads. A coordinator sets the rule, too
-- (app.set_meeting_rule).
create or replace function sec.change_table(p_table uuid, p_version int, p jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.change.ended'; end if;
  if p ->> 'name' <> t.name and exists (select from sec.joining j where j.table_id = p_table
    and j.decision is null) then raise exception 'table.change.waits'; end if;
  perform sec.check_reach((p ->> 'meetingAnchorOn')::date, 'meetingAnchorOn');
  if not sec.is_time_zone(coalesce(p ->> 'timeZone', t.time_zone))
    then raise exception 'isTimeZone' using errcode = 'ST400', column = 'timeZone'; end if;
  update sec.situation_table set name = coalesce(p ->> 'name', t.name),
    region = coalesce(p ->> 'region', t.region), time_zone = coalesce(p ->> 'timeZone', t.time_zone),
      correction_days = coalesce((p ->> 'correctionDays')::int, t.correction_days), version = t.version + 1
    where situation_table.id = p_table;
  perform audit.record('table.change', 'table', p_table,
      array(select f.name from jsonb_object_keys(jsonb_strip_nulls(p)) f (name)
    where f.name = any (array['name', 'region', 'timeZone', 'correctionDays', 'meetingWeekday', 'meetingDays',
          'meetingEveryWeeks',
      'meetingAnchorOn', 'meetingTime'])), 'allow');
  perform sec.tell_table(p_table, array['settings']);
  -- At another zone the rule keeps its hour on the table's clock: its meetings are at other instants.
  if sec.rule_of(p_table, p, null) or coalesce(p ->> 'timeZone', t.time_zone) <> t.time_zone then
    perform sec.plan_changed(p_table);
  end if;
  return p_version + 1;
exception when unique_violation then raise exception 'table.change.nameTaken';
end $$;

grant execute on function sec.change_table(uuid, int, jsonb) to administrator;
