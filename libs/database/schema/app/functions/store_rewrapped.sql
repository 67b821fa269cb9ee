-- A key that was destroyed meanwhile stays destroyed, and one that was wrapped anew by somebody else stays as
-- it is.
-- p: [{kind, table_id, place_id, tier, from: epoch, wrapped: base64, epoch}]
create or replace function app.store_rewrapped(p jsonb) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; m integer; o integer;
begin
  update sec.rotation_lease set taken_at = clock_timestamp();
  update app.tier_key k set wrapped = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, tier smallint, "from" text,
        wrapped text, epoch text)
    where x.kind = 'tier' and k.table_id = x.table_id and k.situation_id = x.place_id and k.tier = x.tier
      and k.epoch_id = x."from";
  get diagnostics n = row_count;
  -- Whoever writes it sees no new version: what the agency wrote is untouched.
  update app.screening s set wrapped_key = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, "from" text, wrapped text,
        epoch text)
    where x.kind = 'screening' and s.table_id = x.table_id and s.id = x.place_id and s.epoch_id = x."from";
  get diagnostics m = row_count;
  update app.youth_item i set wrapped_key = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset(p) x(kind text, table_id uuid, place_id uuid, "from" text, wrapped text,
        epoch text)
    where x.kind = 'youth' and i.table_id = x.table_id and i.id = x.place_id and i.epoch_id = x."from";
  get diagnostics o = row_count;
  return n + m + o;
end $$;

grant execute on function app.store_rewrapped(jsonb) to job;
