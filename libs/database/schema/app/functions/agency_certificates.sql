create or replace function app.agency_certificates(p_before_at timestamptz, p_before_id uuid, p_limit integer)
returns table (table_id uuid, situation_id uuid, number text, because text, destroyed_at timestamptz,
    rows jsonb, content_hash text, keys_hash text)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  return query select k.table_id, k.situation_id, k.number, k.because, k.destroyed_at, k.rows, k.content_hash,
    k.keys_hash
    from app.certificate k
    where k.agency_id = own
      and (k.destroyed_at, k.situation_id) < (coalesce(p_before_at, 'infinity'),
        coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by k.destroyed_at desc, k.situation_id desc limit p_limit;
end $$;

grant execute on function app.agency_certificates(timestamptz, uuid, integer) to privacy;
