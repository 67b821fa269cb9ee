-- Past its own day nobody reads it, whoever holds the situation: a hold keeps it from destruction, not open.
create or replace function app.named_for(p_situation uuid, p_item uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.youth_recipient r join app.situation s on s.table_id = r.table_id
      and s.id = r.situation_id and s.stage in ('limited', 'planning', 'intervention')
    join app.youth_item i on i.table_id = r.table_id and i.situation_id = r.situation_id and i.id = r.item_id
      and i.destroy_at > (select sec.domain_now())
    where r.table_id = (select (sec.ctx()).table_id) and r.situation_id = p_situation and r.item_id = p_item
      and r.user_id = (select (sec.ctx()).user_id) and r.agency_id = (select (sec.ctx()).agency_id)) $$;

grant execute on function app.named_for(uuid, uuid) to rep;
