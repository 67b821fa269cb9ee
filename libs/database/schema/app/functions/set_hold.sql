create or replace function app.set_hold(p_situation uuid, p_reason text, p_review_on date) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false);
s app.situation := app.officers_situation(p_situation, false); made uuid;
begin
  if not app.may_be_held(s) then raise exception 'hold.stage' using errcode = 'P0001'; end if;
  if (p_review_on > sec.today(s.table_id) and p_review_on <= sec.today(s.table_id) + 366) is not true
    then raise exception 'hold.reviewDate' using errcode = 'P0001'; end if;
  insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by) values (s.table_id,
      s.id, c.agency_id, p_reason, p_review_on, c.user_id)
    on conflict (table_id, situation_id, agency_id) where lifted_at is null do nothing
      returning hold.id into made;
  if made is null then raise exception 'hold.standsAlready' using errcode = 'P0001'; end if;
  update app.hold_request set answered_at = sec.domain_now() where hold_request.table_id = s.table_id
    and hold_request.situation_id = s.id and hold_request.agency_id = c.agency_id
    and hold_request.answered_at is null;
  perform audit.record('hold.set', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('hold', made, 'reason', p_reason, 'reviewOn', p_review_on), s.table_id);
  return made;
end $$;

grant execute on function app.set_hold(uuid, text, date) to privacy;
