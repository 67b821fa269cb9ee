create or replace function app.destroy_youth_item(p_table uuid, p_item uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare i app.youth_item;
begin
  select youth_item.* into i from app.youth_item where youth_item.table_id = p_table
    and youth_item.id = p_item;
  if not found then return false; end if;
  perform from app.situation s where s.table_id = i.table_id and s.id = i.situation_id for update skip locked;
  if not found or app.is_held(i.table_id, i.situation_id) then return false; end if;
  delete from app.youth_item where youth_item.table_id = i.table_id
    and youth_item.situation_id = i.situation_id and youth_item.id = i.id
    and youth_item.destroy_at <= sec.domain_now();
  if not found then return false; end if;
  perform audit.record('youthItem.destroy', 'situation', i.situation_id, array['youth'], 'allow', null,
    jsonb_build_object('item', i.id, 'content', encode(sha256(i.content), 'hex'), 'keys',
        encode(sha256(i.wrapped_key), 'hex')), i.table_id);
  return true;
end $$;
