-- How many rows and keys there are would tell an administrator of each situation, screening and item as it
-- comes: by the rule of sec.coarse.
create or replace function sec.backups(p_kind text, p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, kind text, taken_at timestamptz, rows bigint, keys bigint, bytes bigint)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  return query select b.id, b.kind, b.taken_at, sec.coarse(b.rows), sec.coarse(b.keys), sec.coarse(b.bytes)
    from sec.backup_run b
    where (p_kind is null or b.kind = p_kind)
      and (p_before is null or (b.taken_at, b.id) < (p_before, p_before_id))
    order by b.taken_at desc, b.id desc limit p_limit;
end $$;

grant execute on function sec.backups(text, timestamptz, uuid, integer) to administrator;
