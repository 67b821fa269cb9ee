create or replace function app.accept_assignment(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare a uuid := coalesce(c.agency_id, (p ->> 'agency')::uuid); n app.release_name;
begin
  update app.assignment set state = 'accepted', answered_at = sec.domain_now(),
    answered_for_agency = c.agency_id is null, basis = p ->> 'basis'
   where assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.agency_id = a
     and assignment.state = 'asked';
  if c.agency_id is null then return; end if;
  perform app.grant_disclosure(s, 4::smallint, a, p ->> 'basis', c.user_id, null);
  select release_name.* into n from app.release_name where release_name.table_id = s.table_id
    and release_name.situation_id = s.id and release_name.agency_id = a;
  if found then perform app.grant_disclosure(s, 3::smallint, a, n.basis, c.user_id, null); end if;
end $$;
