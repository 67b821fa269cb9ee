-- Counts some chains of the oldest month that is over and is not counted. How many chains were counted; 0
-- when there is no such month. A month is over an hour after its end: what was written at its end is committed by
-- then.
create or replace function audit.count_month(p_limit integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m audit.counted_month; chains uuid[]; over_on date :=
  date_trunc('month', (clock_timestamp() - interval '1 hour') at time zone 'UTC')::date;
begin
  -- Whatever months the audit has.
  insert into audit.counted_month (month)
    select x.begins from (
        select to_date(substring(c.relname from '_([0-9]{4}_[0-9]{2})$'), 'YYYY_MM') as begins
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit.event'::regclass) x
      where x.begins < over_on on conflict do nothing;
  select counted_month.* into m from audit.counted_month where not counted_month.whole
    order by counted_month.month limit 1 for update skip locked;
  if not found then return 0; end if;
  chains := array(select h.chain from audit.head h where m.last_chain is null or h.chain > m.last_chain
    order by h.chain limit p_limit);
  if cardinality(chains) = 0 then
    update audit.counted_month set whole = true, last_chain = null where counted_month.month = m.month;
    return 1;
  end if;
  insert into audit.month_count (chain, month, action, outcome, events)
    select e.chain, m.month, e.action, e.outcome, count(*)
      from audit.event e join audit.action a on a.name = e.action and a.counted
      where e.chain = any (chains) and audit.is_counted(e)
        and e.at_us >= audit.us_of(m.month) and e.at_us < audit.us_of((m.month + interval '1 month')::date)
      group by 1, 3, 4;
  update audit.counted_month set last_chain = chains[cardinality(chains)] where counted_month.month = m.month;
  return cardinality(chains);
end $$;
