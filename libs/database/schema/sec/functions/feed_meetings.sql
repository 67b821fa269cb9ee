-- Three months back and half a year ahead, by the table's own calendar; what was convened for later is there,
-- too.
create or replace function sec.feed_meetings(p_secret_hash bytea)
returns table (id uuid, table_name text, scheduled_for timestamptz, place text, called_off boolean,
    announced_at timestamptz, announced_anew int)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, t.name, m.scheduled_for, m.place, m.state in ('calledOff', 'skipped'), m.announced_at,
    m.announced_anew
  from sec.feed_secret f
  join (select distinct l.user_id, l.table_id from sec.live_seat l
      where l.persona in ('rep', 'coordinator')) l on l.user_id = f.user_id
  join sec.situation_table t on t.id = l.table_id
  cross join lateral (select sec.today(t.id) as today) now
  cross join lateral app.meetings_between(t.id, now.today - 92, now.today + 3660) m
  where f.secret_hash = p_secret_hash
    and (m.version > 0 or m.meets_on between app.day_at(t.id, t.created_at) and now.today + 183)
  order by m.scheduled_for desc, m.id $$;

grant execute on function sec.feed_meetings(bytea) to authn;
