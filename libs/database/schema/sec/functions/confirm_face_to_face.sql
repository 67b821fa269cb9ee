-- False for wrong digits, and every try counts: an error would take the count back. Right ones serve once.
-- They are the officer's code or the second administrator's word, and the invitee's first officer's seat
-- begins if it waited for just this person.
create or replace function sec.confirm_face_to_face(p_invitation uuid, p_digits text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy', 'administrator'],
  true); i sec.invitation; o sec.seat_offer;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation and (c.persona = 'administrator'
    or invitation.agency_id = c.agency_id
    or c.agency_id = any (invitation.voucher_agencies));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  if c.user_id in (i.user_id, i.created_by) then raise exception 'invitation.confirm.samePerson'; end if;
  perform sec.require_independent(c, i.created_by);
  perform sec.check_word(i, c);
  update sec.invitation set digits_tries = invitation.digits_tries + 1 where invitation.id = p_invitation
    and invitation.digits_until > clock_timestamp()
    and invitation.digits_tries < 5 returning invitation.* into i;
  if not found or (i.digits_hash = sec.digits_of(i.id, p_digits)) is not true then return false; end if;
  update sec.invitation set digits_hash = null, digits_until = null, face_by = c.user_id,
    code_needed = false, code_hash = null,
      opens_at = case when invitation.kind = 'first' or (invitation.second_id is not null
        and sec.independent(invitation.second_id, c.user_id, c.seat_id))
        then least(invitation.opens_at, clock_timestamp()) else invitation.opens_at end
    where invitation.id = p_invitation;
  perform audit.record('invitation.faceToFace', 'invitation', p_invitation, '{}', 'allow');
  for o in select seat_offer.* from sec.seat_offer where seat_offer.user_id = i.user_id
    and seat_offer.persona = 'privacy'
      and seat_offer.decision is null and sec.may_approve(seat_offer, c) for update loop
    perform sec.begin_seat(o, c);
  end loop;
  return true;
end $$;

grant execute on function sec.confirm_face_to_face(uuid, text) to privacy, administrator;
