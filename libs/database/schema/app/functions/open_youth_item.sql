-- No event, no key.
create or replace function app.open_youth_item(p_situation uuid, p_item uuid,
    p_purpose text) returns table (wrapped bytea, epoch_id text)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not app.named_for(p_situation, p_item) then raise exception 'not found' using errcode = 'P0002'; end if;
  -- It is an identity as tier 4 is: the first of a session wants a fresh proof.
  perform app.opens_identities((select (sec.ctx()).session_id));
  perform audit.record('youthItem.open', 'situation', p_situation, array['youth'], 'allow', p_purpose,
      jsonb_build_object('item', p_item));
  perform app.watch_opening(p_situation, true);
  return query select i.wrapped_key, i.epoch_id from app.youth_item i
    where i.table_id = (select (sec.ctx()).table_id) and i.situation_id = p_situation and i.id = p_item;
end $$;

grant execute on function app.open_youth_item(uuid, uuid, text) to rep;
