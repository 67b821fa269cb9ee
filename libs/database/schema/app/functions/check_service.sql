create or replace function app.check_service() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('serviceType', new.service);
  if tg_table_name = 'service_mobilized'
    then perform app.require_code('mobilization', to_jsonb(new) ->> 'mobilization'); end if;
  return new;
end $$;
