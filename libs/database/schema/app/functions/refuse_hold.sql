create or replace function app.refuse_hold(p_request uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); r app.hold_request;
begin
  update app.hold_request set answered_at = sec.domain_now() where hold_request.id = p_request
    and hold_request.agency_id = c.agency_id and hold_request.answered_at is null
    returning hold_request.* into r;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('hold.refuse', 'situation', r.situation_id, '{}', 'allow', null, '{}', r.table_id);
end $$;

grant execute on function app.refuse_hold(uuid) to privacy;
