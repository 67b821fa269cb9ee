-- Makes the months to come before anybody needs them, counts those that are over, and removes what no session
-- can need again: sessions last twelve hours.
create or replace function sec.keep_months() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare part text; n integer; removed integer; dropped integer := 0;
begin
  for n in 0..2 loop
    perform audit.make_month('event', clock_timestamp() + make_interval(months => n));
    perform audit.make_month('first_read', clock_timestamp() + make_interval(months => n));
  end loop;
  n := 0;
  for part in select i.inhrelid::regclass::text from pg_inherits i
    where i.inhparent = 'audit.first_read'::regclass order by 1 loop
    execute format('delete from %1$s r where r.ctid = any (array(select o.ctid from %1$s o where o.at < $1 limit 5000))',
        part) using clock_timestamp() - interval '1 day';
    get diagnostics removed = row_count;
    n := n + removed;
  end loop;
  -- Removing a month locks all of them for an instant: not while somebody reads them, and then with the next
  -- run.
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit.first_read'::regclass
      and c.relname < 'first_read'
        || to_char(clock_timestamp() at time zone 'UTC' - interval '1 month 2 days', '_YYYY_MM') loop
    begin
      set local lock_timeout = '1s';
      execute format('drop table audit.%I', part);
      dropped := dropped + 1;
    exception when lock_not_available then exit; end;
  end loop;
  return n + dropped + audit.count_month(200);
end $$;

grant execute on function sec.keep_months() to job;
