-- Of what is due the first 500 are named, and the rest is told as a count: nothing is left out unsaid.
create or replace function app.digest_of(p_agency uuid) returns table (week_on date, fresh integer,
    earlier integer, due jsonb, due_more integer, holds integer, destroyed integer)
language sql volatile security definer set search_path = pg_catalog as $$
  with since as materialized (select app.called_before(p_agency) as at),
  due as materialized (
    select d.table_id, d.number, d.destroy_on,
      row_number() over (order by d.destroy_on, d.situation_id) as place
      from app.due_of_agency(p_agency, 30) d
  )
  select app.week_on(p_agency),
    (select count(*)::int from app.signal g
        cross join lateral (select from app.situation s where s.table_id = g.table_id
          and s.id = g.situation_id and not s.hidden offset 0) s
      where g.agency_id = p_agency and g.reviewed_at is null
        and g.first_at >= (select since.at from since)),
    (select count(*)::int from app.signal g
        cross join lateral (select from app.situation s where s.table_id = g.table_id
          and s.id = g.situation_id and not s.hidden offset 0) s
      where g.agency_id = p_agency and g.reviewed_at is null
        and g.first_at < (select since.at from since)),
    (select coalesce(jsonb_agg(jsonb_build_object('table', t.name, 'number', d.number)
            order by d.destroy_on, app.number_order(d.number)), '[]')
      from due d cross join lateral (select y.name from sec.situation_table y
        where y.id = d.table_id offset 0) t where d.place <= 500),
    (select count(*)::int from due d where d.place > 500),
    (select count(*)::int from app.hold h where h.agency_id = p_agency and h.lifted_at is null
        and h.review_on <= (select (sec.domain_now() at time zone 'UTC')::date + 1)
        and h.review_on <= sec.today(h.table_id)),
    (select count(*)::int from app.certificate k where k.agency_id = p_agency
        and k.destroyed_at >= (select since.at from since)) $$;
