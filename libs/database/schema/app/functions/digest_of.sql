create or replace function app.digest_of(p_agency uuid) returns table (week_on date, fresh integer,
    standing integer, due jsonb, holds integer, destroyed integer)
language sql volatile security definer set search_path = pg_catalog as $$
  select app.week_on(p_agency),
    (select count(*)::int from app.signal g join app.situation s on s.table_id = g.table_id
        and s.id = g.situation_id and not s.hidden
      where g.agency_id = p_agency and g.reviewed_at is null and g.first_at >= app.called_before(p_agency)),
    (select count(*)::int from app.signal g join app.situation s on s.table_id = g.table_id
        and s.id = g.situation_id and not s.hidden
      where g.agency_id = p_agency and g.reviewed_at is null and g.first_at < app.called_before(p_agency)),
    (select coalesce(jsonb_agg(jsonb_build_object('table', t.name, 'number', d.number)
            order by d.destroy_on, app.number_order(d.number)), '[]')
      from app.due_of_agency(p_agency, 30, 500) d join sec.situation_table t on t.id = d.table_id
        where not d.held),
    (select count(*)::int from app.hold h where h.agency_id = p_agency and h.lifted_at is null
        and h.review_on <= sec.today(h.table_id)),
    (select count(*)::int from app.certificate k where k.agency_id = p_agency
        and k.destroyed_at >= app.called_before(p_agency)) $$;
