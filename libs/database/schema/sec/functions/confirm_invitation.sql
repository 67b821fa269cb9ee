-- The second word: for a reset the coordinator's, beside the officer's code; another administrator's for
-- people of no agency, and in place of the code where no officer is left who could give one.
create or replace function sec.confirm_invitation(p_invitation uuid) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'administrator'], true); i sec.invitation;
opens timestamptz;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation and case c.persona
    when 'administrator' then invitation.agency_id is null or (invitation.code_needed
      and cardinality(invitation.voucher_agencies) = 0)
    else invitation.kind = 'reset'
      and exists (select 1 from sec.seat where seat.user_id = invitation.user_id
        and seat.table_id = c.table_id and seat.ends_at > sec.domain_now()) end;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  if c.user_id in (i.user_id, i.created_by, i.officer_id, i.face_by)
    then raise exception 'invitation.confirm.samePerson'; end if;
  perform sec.require_independent(c, i.created_by, i.officer_id, i.face_by);
  perform sec.check_word(i, c);
  update sec.invitation set second_id = c.user_id, code_needed = invitation.code_needed
    and c.persona <> 'administrator',
      opens_at = case when c.persona = 'administrator' or num_nonnulls(invitation.officer_id,
        invitation.face_by) > 0
        then least(invitation.opens_at, clock_timestamp()) else invitation.opens_at end
    where invitation.id = p_invitation returning invitation.opens_at into opens;
  perform audit.record('invitation.confirm', 'invitation', p_invitation, '{}', 'allow');
  return opens;
end $$;

grant execute on function sec.confirm_invitation(uuid) to coordinator, administrator;
