-- Removes every row and key of a situation; says how many there were, and hashes of what was sealed.
create or replace function app.erase(p_table uuid, p_situation uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog as $$
declare x record; n bigint; digest bytea; counted jsonb := '{}'; content bytea := ''; keys bytea := '';
begin
  -- Uncounted: that there was a signal of misuse, when nothing in the audit explains one, could tell of a
  -- name.
  delete from app.signal where signal.table_id = p_table and signal.situation_id = p_situation;
  delete from app.identity_opening where identity_opening.table_id = p_table
    and identity_opening.situation_id = p_situation;
  for x in select t.name, t.sealed from app.tables_of_situations() t order by t.name loop
    execute format('select count(*), sha256(coalesce(string_agg(%1$s, ''''::bytea order by %1$s), '''')) from app.%2$I r where r.table_id = $1 and r.situation_id = $2',
      case when cardinality(x.sealed) = 0 then '''''::bytea'
        else (select string_agg(format('coalesce(r.%I, '''')', s), ' || ') from unnest(x.sealed) s) end,
        x.name) into n, digest using p_table, p_situation;
    if n > 0 then
      counted := counted || jsonb_build_object(x.name, n);
      if 'wrapped' = any (x.sealed) then keys := keys || digest;
      elsif cardinality(x.sealed) > 0 then content := content || digest; end if;
    end if;
  end loop;
  update app.meeting_card set situation_id = null, with_summary = false where meeting_card.table_id = p_table
    and meeting_card.situation_id = p_situation;
  update app.exit set joined_id = null where exit.table_id = p_table and exit.joined_id = p_situation;
  for x in select t.name from app.tables_of_situations() t loop
    execute format('delete from app.%I r where r.table_id = $1 and r.situation_id = $2',
        x.name) using p_table, p_situation;
  end loop;
  delete from audit.first_read where first_read.situation_id = p_situation;
  delete from app.situation where situation.table_id = p_table and situation.id = p_situation;
  return jsonb_build_object('rows', counted, 'content', encode(sha256(content), 'hex'), 'keys',
      encode(sha256(keys), 'hex'));
end $$;
