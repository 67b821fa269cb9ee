create or replace function sec.tell_of_agency() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks(case when new.left_at is null then 'agency.joined'
      else 'agency.left' end, new.table_id, new.agency_id, new.agency_id);
  return null;
end $$;
