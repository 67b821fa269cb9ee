create or replace function sec.cancel_invitation(p_invitation uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'privacy'], false); i sec.invitation;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation and (c.persona = 'administrator'
    or invitation.agency_id = c.agency_id
    or c.agency_id = any (invitation.voucher_agencies));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  update sec.invitation set cancelled_at = clock_timestamp() where invitation.id = i.id;
  perform audit.record('invitation.cancel', 'invitation', i.id, '{}', 'allow');
end $$;

grant execute on function sec.cancel_invitation(uuid) to administrator, privacy;
