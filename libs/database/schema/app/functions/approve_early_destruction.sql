-- The second person's word destroys at once, in this transaction.
create or replace function app.approve_early_destruction(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator'], true); e app.early_destruction; s app.situation;
begin
  select early_destruction.* into e from app.early_destruction where early_destruction.table_id = c.table_id
    and early_destruction.id = p_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.asked_by = c.user_id then raise exception 'destruction.samePerson' using errcode = 'P0001'; end if;
  perform sec.require_independent(c, e.asked_by);
  -- It has no day on which it lapses, so that whoever asked must still answer for the agency.
  if not exists (select from sec.live_officer l where l.user_id = e.asked_by and l.agency_id = e.agency_id)
    then raise exception 'destruction.askerLeft' using errcode = 'P0001'; end if;
  select situation.* into strict s from app.situation where situation.table_id = e.table_id
    and situation.id = e.situation_id for update;
  perform sec.still_entered();
  perform from app.early_destruction x where x.table_id = e.table_id and x.situation_id = e.situation_id
    and x.id = e.id for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('destruction.approve', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('consent', e.consent, 'consentedOn', e.consented_on, 'askedBy', e.asked_by));
  perform app.destroy(s, 'early');
end $$;

grant execute on function app.approve_early_destruction(uuid) to coordinator;
