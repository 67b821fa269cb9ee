create or replace function app.tell_of_assignment() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = 'asked'
    then perform sec.tell_seated('rep', new.agency_id, 'situation.asked', new.table_id, new.situation_id,
      new.id::text);
  else perform sec.tell_seated('coordinator', null, 'situation.cameBack', new.table_id, new.situation_id,
      new.id::text); end if;
  return null;
end $$;
