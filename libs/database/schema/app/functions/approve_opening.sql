create or replace function app.approve_opening(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], true); o app.opening;
begin
  select opening.* into o from app.opening where opening.id = p_id for update;
  if not found or not app.may_second(o, c) then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if o.asked_by = c.user_id then raise exception 'opening.samePerson' using errcode = 'P0001'; end if;
  perform sec.require_independent(c, o.asked_by);
  if o.approved_at is not null then raise exception 'opening.approvedAlready' using errcode = 'P0001'; end if;
  if o.asked_at <= clock_timestamp() - interval '30 minutes'
    then raise exception 'opening.tooLate' using errcode = 'P0001'; end if;
  update app.opening set approved_by = c.user_id, approved_as = c.persona, approved_at = clock_timestamp()
    where opening.table_id = o.table_id and opening.situation_id = o.situation_id and opening.id = o.id;
  perform audit.record('opening.approve', 'situation', o.situation_id, '{}', 'allow', o.purpose,
      jsonb_build_object('askedBy', o.asked_by), o.table_id);
end $$;

grant execute on function app.approve_opening(uuid) to coordinator, privacy;
