create or replace function app.lift_hold(p_hold uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); h app.hold; s app.situation;
begin
  select hold.* into h from app.hold where hold.id = p_hold and hold.agency_id = c.agency_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  s := app.officers_situation(h.situation_id, false);
  update app.hold set lifted_at = sec.domain_now(), lifted_by = c.user_id where hold.table_id = h.table_id
    and hold.situation_id = h.situation_id and hold.id = h.id and hold.lifted_at is null;
  if not found then raise exception 'hold.liftedAlready' using errcode = 'P0001'; end if;
  perform audit.record('hold.lift', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('hold', h.id),
      s.table_id);
end $$;

grant execute on function app.lift_hold(uuid) to privacy;
