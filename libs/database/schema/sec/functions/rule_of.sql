-- ---------------------------------------------------------------- tables
-- p_rule: meetingWeekday, or meetingDays; meetingEveryWeeks, meetingAnchorOn, meetingTime
create or replace function sec.rule_of(p_table uuid, p_rule jsonb, p_from date) returns boolean
  language sql volatile security definer
set search_path = pg_catalog as $$
  select sec.write_rule(p_table, case when p_rule -> 'meetingDays' is not null
      then array(select d::int from jsonb_array_elements_text(p_rule -> 'meetingDays') d)
      else nullif(array[(p_rule ->> 'meetingWeekday')::int], array[null::int]) end,
    (p_rule ->> 'meetingEveryWeeks')::int, (p_rule ->> 'meetingAnchorOn')::date,
      (p_rule ->> 'meetingTime')::time, p_from) $$;
