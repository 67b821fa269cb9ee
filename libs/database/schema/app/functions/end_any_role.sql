-- Ends an agency's role whether it was asked or had accepted, with all that it held for it.
create or replace function app.end_any_role(s app.situation, p_agency uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.end_assignment(s, p_agency, 'asked', 'left', p_reason, false);
  perform app.end_assignment(s, p_agency, 'accepted', 'left', p_reason, false);
end $$;
