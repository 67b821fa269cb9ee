create or replace function app.openings(p_before_at timestamptz, p_before_id uuid,
    p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, agency_id uuid,
    purpose text, asked_at timestamptz, approved_at timestamptz, mine boolean, waits boolean,
    readable boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], false);
begin
  return query select o.id, o.table_id, o.situation_id, s.number, o.agency_id, o.purpose, o.asked_at,
    o.approved_at, o.asked_by = c.user_id,
      o.approved_at is null and o.asked_at > clock_timestamp() - interval '30 minutes',
      o.asked_by = c.user_id and o.approved_at > clock_timestamp() - interval '30 minutes' is true
    from app.opening o join app.situation s on s.table_id = o.table_id and s.id = o.situation_id
      where app.may_second(o, c)
      and (p_before_id is null or (o.asked_at, o.id) < (p_before_at, p_before_id))
        order by o.asked_at desc, o.id desc limit p_limit;
end $$;

grant execute on function app.openings(timestamptz, uuid, integer) to coordinator, privacy;
