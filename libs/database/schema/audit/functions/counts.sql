-- Row 33: how often what was done, by month and action. Only what is declared to be counted (audit.action),
-- so that nothing that the
-- reader may not know of is in it; and by the rule of sec.coarse. Months are the wall clock's, as the audit's
-- times are.
create or replace function audit.counts(p_tables uuid[]) returns table (month text, action text, outcome text,
    events bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select x.month, x.action, x.outcome, sec.coarse(x.events) from (
    select to_char(to_timestamp(e.at_us / 1000000.0) at time zone 'UTC', 'YYYY-MM') as month, e.action,
      e.outcome, count(*) as events
      from audit.event e join audit.action a on a.name = e.action and a.counted
     where e.chain = any (p_tables)
       and e.at_us < (extract(epoch
             from date_trunc('month', clock_timestamp() at time zone 'UTC') at time zone 'UTC') *
           1000000)::bigint
       -- Nor what was refused about screenings and youth-justice items: they are for nobody else to know of.
       and (e.action not in ('reading.refused', 'change.refused')
           or e.detail::jsonb ->> 'asked' !~ '/(screenings|youth-items)')
     group by 1, 2, 3) x
   where sec.coarse(x.events) > 0 $$;
