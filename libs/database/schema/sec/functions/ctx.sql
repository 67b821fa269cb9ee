-- Never PARALLEL SAFE: a worker has another backend id, so it would see no context and silently no rows.
create or replace function sec.ctx() returns sec.ctx_t
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare raw text := current_setting('situation_table.context', true); p text[];
begin
  if raw is null or raw = '' then return null; end if;
  p := string_to_array(raw, '|');
  if cardinality(p) <> 12 or p[1] <> sec.context_stamp()
    or sec.context_seal(array_to_string(p[1:11], '|')) <> p[12] then return null; end if;
  return row(nullif(p[2], '-')::uuid, nullif(p[3], '-')::uuid, nullif(p[4], '-')::uuid, p[5],
      nullif(p[6], '-')::uuid, nullif(p[7], '-')::uuid, nullif(p[8], '-')::uuid,
    timestamptz 'epoch' + nullif(p[9], '-')::bigint * interval '1 microsecond',
    nullif(p[10], '-')::uuid, nullif(p[11], '-'))::sec.ctx_t;
end $$;

grant execute on function sec.ctx() to rep, coordinator, auditor, administrator, privacy, projector;
