create or replace function app.check_consent() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('consentState', new.state);
  perform sec.check_reach(new.due_on, 'dueOn');
  return new;
end $$;
