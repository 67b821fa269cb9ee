-- Those that stand first, then by the day of their review.
create or replace function app.agency_holds(p_after_lifted boolean, p_after_on date, p_after_id uuid,
    p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, review_on date,
    review_due boolean, set_at timestamptz, lifted_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('hold.list', 'agency', own, '{}', 'allow');
  return query select h.id, h.table_id, h.situation_id, s.number, h.reason, h.review_on,
      h.lifted_at is null and h.review_on <= sec.today(h.table_id), h.set_at, h.lifted_at
    from app.hold h join app.situation s on s.table_id = h.table_id and s.id = h.situation_id
    where h.agency_id = own
      and (p_after_id is null
          or (h.lifted_at is not null, h.review_on, h.id) > (p_after_lifted, p_after_on, p_after_id))
    order by h.lifted_at is not null, h.review_on, h.id limit p_limit;
end $$;

grant execute on function app.agency_holds(boolean, date, uuid, integer) to privacy;
