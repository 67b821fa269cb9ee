-- What should have happened and did not, and since when; by index, and empty while all is well. Counts
-- nothing: a date is enough to act on.
create or replace function sec.overdue() returns table (what text, since timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare now_at timestamptz := sec.domain_now(); wall_at timestamptz := clock_timestamp(); begun timestamptz;
data_at timestamptz; keys_at timestamptz;
begin
  select min(u.created_at) into begun from sec.app_user u;
  select max(b.taken_at) into data_at from sec.backup_run b where b.kind = 'data';
  select max(b.taken_at) into keys_at from sec.backup_run b where b.kind = 'keys';
  return query
    select 'destruction', min(d.at)
      from (select (c.destroy_on + 1)::timestamp at time zone 'UTC' as at from app.conclusion c
        cross join lateral (select from app.workflow w where w.table_id = c.table_id
          and w.situation_id = c.situation_id and w.sealed_at is not null offset 0) w
       where c.destroy_on < (now_at at time zone 'UTC')::date - 1
         and not app.is_held(c.table_id, c.situation_id) order by c.destroy_on limit 1) d
       having min(d.at) is not null
    union all select 'seal', min(greatest(g.next_at, t.created_at)) from app.sealing g
      join sec.situation_table t on t.id = g.table_id
       where g.next_at < now_at - interval '1 hour' and t.created_at < now_at - interval '1 hour'
         having count(*) > 0
    union all select 'digest', min(g.next_at) from sec.digest g where g.next_at < now_at - interval '1 hour'
      having count(*) > 0
    union all select 'backup', coalesce(data_at, begun) + interval '36 hours'
      where coalesce(data_at, begun) < wall_at - interval '36 hours'
    -- Of no use once the epoch that it was wrapped under is destroyed.
    union all select 'keyDump', case when keys_at < wall_at - interval '8 days'
      then keys_at + interval '8 days' else min(r.destroyed_at) end
       from sec.retired_epoch r where r.destroyed_at > keys_at having keys_at < wall_at - interval '8 days'
         or count(*) > 0
    union all select 'checkpoint', coalesce(k.made_at, begun) + interval '30 minutes' from (select 1) one left
      join audit.checkpoint k on true
       where coalesce(k.made_at, begun) < wall_at - interval '30 minutes'
    union all select 'parked', min(s.parked_at) from sec.stuck s where s.parked_at is not null
      having count(*) > 0;
end $$;

grant execute on function sec.overdue() to job, administrator;
