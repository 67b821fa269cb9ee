-- One page of one kind, after a place; so that no statement reads all of them.
create or replace function app.keys_page(p_kind text, p_table uuid, p_place uuid, p_tier smallint,
    p_limit integer)
returns table (kind text, table_id uuid, place_id uuid, tier smallint, wrapped bytea, epoch_id text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  case p_kind
    when 'tier' then return query select p_kind, k.table_id, k.situation_id, k.tier, k.wrapped, k.epoch_id
      from app.tier_key k
      where (k.table_id, k.situation_id, k.tier) > (p_table, p_place, p_tier)
        order by k.table_id, k.situation_id, k.tier limit p_limit;
    when 'screening' then return query select p_kind, s.table_id, s.id, 1::smallint, s.wrapped_key, s.epoch_id
      from app.screening s
      where (s.table_id, s.id) > (p_table, p_place) order by s.table_id, s.id limit p_limit;
    when 'youth' then return query select p_kind, i.table_id, i.id, 4::smallint, i.wrapped_key, i.epoch_id
      from app.youth_item i
      where (i.table_id, i.id) > (p_table, p_place) order by i.table_id, i.id limit p_limit;
  end case;
end $$;

grant execute on function app.keys_page(text, uuid, uuid, smallint, integer) to job;
