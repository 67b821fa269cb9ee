-- The invitee's half of an invitation by mail. The privacy officer's code is never in it: it takes another
-- way.
create or replace function sec.mail_invitation(p_invitation uuid, p_email bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.id = p_invitation
    and invitation.created_by = c.user_id and invitation.redeemed_at is null
    and invitation.cancelled_at is null;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  insert into sec.email (user_id, kind, sealed, invitation_id) values (i.user_id, 'invitation', p_email,
      i.id);
end $$;

grant execute on function sec.mail_invitation(uuid, bytea) to administrator;
