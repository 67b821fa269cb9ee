-- Every change of content by a persona is an event; the owner's own functions record what they do themselves.
create or replace function app.record_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb := to_jsonb(coalesce(new, old)); about uuid;
begin
  if (sec.ctx()).persona is null then return null; end if;
  about := coalesce(row ->> 'situation_id', row ->> 'id')::uuid;
  perform audit.record(tg_argv[0] || '.' || lower(tg_op), case tg_table_name when 'screening' then 'screening'
      else 'situation' end, about, array[tg_argv[1]], 'allow');
  return null;
end $$;
