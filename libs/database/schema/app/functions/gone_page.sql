-- What is gone since any backup: its rows are deleted when a backup is restored. A screening that is gone has
-- no key, and no list tells that it was.
-- A page of it, after a place.
create or replace function app.gone_page(p_how text, p_table uuid, p_situation uuid,
    p_limit integer) returns table (table_id uuid, situation_id uuid, how text, certificate jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  case p_how
    when 'destroyed' then return query select k.table_id, k.situation_id, p_how, to_jsonb(k)
      from app.certificate k
      where (k.table_id, k.situation_id) > (p_table, p_situation) order by k.table_id, k.situation_id
        limit p_limit;
    when 'minimised' then return query select w.table_id, w.situation_id, p_how, null::jsonb
      from app.workflow w
      where w.minimised_at is not null and (w.table_id, w.situation_id) > (p_table, p_situation)
        order by w.table_id, w.situation_id limit p_limit;
  end case;
end $$;

grant execute on function app.gone_page(text, uuid, uuid, integer) to job;
