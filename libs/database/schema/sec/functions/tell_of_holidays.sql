create or replace function sec.tell_of_holidays(p_table uuid) returns boolean
  language plpgsql volatile security definer
set search_path = pg_catalog as $$
declare p record; d record; is_told boolean := false;
begin
  select plan.table_id, plan.holidays_told as told, l.version, sec.today(plan.table_id) as today into p
    from sec.holiday_list l join sec.meeting_plan plan on plan.holidays_told < l.version
   where plan.table_id = p_table for no key update of plan skip locked;
  if not found then return false; end if;
  for d in select app.meeting_id_of(p.table_id, r.day) as id, r.at, h.gone_version is null as is_off
      from app.rule_days(p.table_id, p.today, p.today + 366) r
      join sec.holiday h on h.on_day = r.day and greatest(h.since_version, h.gone_version) > p.told
      where (h.gone_version is null) <> (h.since_version <= p.told) and r.at > sec.domain_now()
        and not exists (select from app.meeting m where m.table_id = p.table_id and m.occurs_on = r.day)
        and not exists (select from sec.situation_table t where t.id = p.table_id and t.ended_at is not null)
      order by r.day loop
    perform sec.tell_of_meeting(case when d.is_off then 'meeting.calledOff'
        else 'meeting.restored' end, p.table_id, d.id,
      case when d.is_off then d.at end, case when not d.is_off then d.at end);
    is_told := true;
  end loop;
  if is_told
    then perform audit.record('meeting.plan', 'meeting', p.table_id, '{}', 'allow', p_table => p.table_id);
    end if;
  update sec.meeting_plan set holidays_told = p.version where meeting_plan.table_id = p.table_id;
  return true;
end $$;
