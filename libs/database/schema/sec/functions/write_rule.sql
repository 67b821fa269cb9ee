-- Null leaves a part of the rule as it is. It holds from a day on and for good, so that what was planned to
-- follow goes.
-- Today's meeting stays today's once its hour has come.
create or replace function sec.write_rule(p_table uuid, p_days int[], p_every int, p_anchor date, p_time time,
    p_from date default null)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare r sec.meeting_rule; today date := sec.today(p_table); first_on date; kept int[];
begin
  perform from sec.meeting_plan p where p.table_id = p_table for no key update;
  first_on := coalesce(p_from, today
    + case when exists (select from app.rule_days(p_table, today, today) d where d.at <= sec.domain_now())
      then 1 else 0 end);
  select rule.* into strict r from sec.meeting_rule rule where rule.table_id = p_table
    and rule.from_on <= first_on
    order by rule.from_on desc limit 1;
  kept := coalesce(array(select distinct d from unnest(p_days) d order by d), '{}');
  if p_days is null then kept := r.days; end if;
  if (kept, coalesce(p_every, r.every_weeks), coalesce(p_time, r.at_time)) = (r.days, r.every_weeks,
      r.at_time)
    and (coalesce(p_every, r.every_weeks) = 1 or p_anchor is null
        or (p_anchor - extract(isodow from p_anchor)::int
      - r.anchor_on + extract(isodow from r.anchor_on)::int) / 7 % 2 = 0)
    and not exists (select from sec.meeting_rule later where later.table_id = p_table
        and later.from_on > first_on) then
    return false;
  end if;
  delete from sec.meeting_rule rule where rule.table_id = p_table and rule.from_on >= first_on;
  insert into sec.meeting_rule (table_id, from_on, days, every_weeks, anchor_on, at_time)
  values (p_table, first_on, kept, coalesce(p_every, r.every_weeks),
    coalesce(p_anchor, case when r.every_weeks = 1 then first_on else r.anchor_on end),
      coalesce(p_time, r.at_time));
  return true;
end $$;
