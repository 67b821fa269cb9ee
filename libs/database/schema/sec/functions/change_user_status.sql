create or replace function sec.change_user_status(p_user uuid, p_version int, p_active boolean) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); u sec.app_user;
begin
  if not p_active then
    perform sec.lock_administrators();
    perform sec.lock_roles_of_user(p_user);
    -- Two who disable each other come one after the other: the second is disabled already.
    perform sec.still_entered();
  end if;
  select app_user.* into u from sec.app_user where app_user.id = p_user for update;
  perform sec.check_version(found, u.version, p_version);
  if u.status = 'invited' and p_active then raise exception 'user.enable.notYetSignedIn'; end if;
  if not p_active and sec.live_administrators(p_user) = 0
    then raise exception 'user.disable.lastAdministrator'; end if;
  update sec.app_user set status = case when p_active then 'active'
    else 'disabled' end, version = app_user.version + 1 where app_user.id = p_user;
  if not p_active then
    perform sec.revoke_sessions(p_user, null, null), sec.forget_devices(p_user);
    update sec.invitation set cancelled_at = clock_timestamp() where invitation.user_id = p_user
      and invitation.redeemed_at is null and invitation.cancelled_at is null;
  end if;
  if p_active then perform sec.note_origin(p_user, null, 'enabled', c.user_id); end if;
  perform sec.tell_tables(array(select sec.tables_of_user(p_user)), case when p_active then 'enabled'
    else 'disabled' end, null, null, p_user, c.user_id);
  perform audit.record(case when p_active then 'user.enable'
      else 'user.disable' end, 'user', p_user, '{}', 'allow');
  return p_version + 1;
end $$;

grant execute on function sec.change_user_status(uuid, int, boolean) to administrator;
