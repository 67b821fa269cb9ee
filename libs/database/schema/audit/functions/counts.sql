-- Row 33: how often what was done, by month and action. Only what is declared to be counted (audit.action),
-- so that nothing that the reader may not know of is in it; and by the rule of sec.coarse. Months are the
-- wall clock's, as the audit's times are. A month that is over is counted once (audit.count_month); until
-- then its events are read.
create or replace function audit.counts(p_tables uuid[]) returns table (month text, action text, outcome text,
    events bigint)
language plpgsql stable security definer set search_path = pg_catalog
  -- A plan kept for any tables and months would take one event after the other from each month.
  set plan_cache_mode = force_custom_plan as $$
declare this_month date := date_trunc('month', clock_timestamp() at time zone 'UTC')::date;
next_month date := coalesce((select max(m.month) + interval '1 month' from audit.counted_month m
  where m.whole), '-infinity');
since bigint := case when next_month = '-infinity' then 0 else audit.us_of(next_month) end;
until bigint := audit.us_of(this_month);
begin
  return query select to_char(x.month, 'YYYY-MM'), x.action, x.outcome, sec.coarse(sum(x.events)::bigint)
    from (
      select k.month, k.action, k.outcome, k.events from audit.month_count k
        join audit.action a on a.name = k.action and a.counted
        where k.chain = any (p_tables) and k.month < next_month
      union all
      select date_trunc('month', to_timestamp(e.at_us / 1000000.0) at time zone 'UTC')::date, e.action,
        e.outcome, 1
        from audit.event e join audit.action a on a.name = e.action and a.counted
        where e.chain = any (p_tables) and e.at_us >= since and e.at_us < until and audit.is_counted(e)
    ) x group by x.month, x.action, x.outcome having sec.coarse(sum(x.events)::bigint) > 0;
end $$;
