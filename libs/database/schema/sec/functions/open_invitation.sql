-- ---------------------------------------------------------------- invitations
create or replace function sec.open_invitation(p_invitation uuid) returns sec.invitation
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.id = p_invitation for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if i.redeemed_at is not null or i.cancelled_at is not null or i.expires_at <= clock_timestamp()
    then raise exception 'invitation.over'; end if;
  return i;
end $$;
