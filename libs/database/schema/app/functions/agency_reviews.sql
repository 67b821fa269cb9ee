-- What nobody signed off first, the longest waiting at the top; then what was signed off, the latest first.
create or replace function app.agency_reviews(p_after_reviewed timestamptz, p_after_first timestamptz,
    p_after_id uuid, p_limit integer) returns table (id uuid, table_id uuid, number text, user_id uuid,
    kind text, times integer, first_at timestamptz, last_at timestamptz, called_before boolean,
  mine boolean, reviewed_by uuid, reviewed_at timestamptz, finding text, note text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); own uuid := app.officers_agency();
since timestamptz := app.called_before(own);
begin
  perform audit.record('review.list', 'agency', own, '{}', 'allow');
  return query select g.id, g.table_id, s.number, g.user_id, g.kind, g.times, g.first_at, g.last_at,
    g.reviewed_at is null and g.first_at < since, g.user_id = c.user_id,
      g.reviewed_by, g.reviewed_at, g.finding,
      -- The note stands in the audit alone.
      (select e.detail::jsonb ->> 'note' from audit.event e where e.chain = g.table_id and e.object_id = g.id
          and e.action = 'review.signOff')
    from app.signal g join app.situation s on s.table_id = g.table_id and s.id = g.situation_id
      and not s.hidden where g.agency_id = own
      and (p_after_id is null
          or (g.reviewed_at is not null, coalesce(-extract(epoch from g.reviewed_at), 0), g.first_at, g.id)
        > (p_after_reviewed is not null, coalesce(-extract(epoch from p_after_reviewed), 0), p_after_first,
            p_after_id))
    order by g.reviewed_at is not null, g.reviewed_at desc nulls last, g.first_at, g.id limit p_limit;
end $$;

grant execute on function app.agency_reviews(timestamptz, timestamptz, uuid, integer) to privacy;
