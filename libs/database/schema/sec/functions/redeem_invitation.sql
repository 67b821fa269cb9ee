-- 'redeemed', or how it stands by now: it may have been used or cancelled since it was judged.
create or replace function sec.redeem_invitation(p_token_hash bytea, p_code_hash bytea,
    p_hash text) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.token_hash = p_token_hash
    and invitation.redeemed_at is null
    and invitation.cancelled_at is null and invitation.expires_at > clock_timestamp() for update;
  if not found or (i.code_needed and (i.code_hash = p_code_hash) is not true) then return 'refused'; end if;
  if i.opens_at > clock_timestamp() then return 'early'; end if;
  perform 1 from sec.app_user where app_user.id = i.user_id and app_user.status <> 'disabled' for update;
  if not found then return 'refused'; end if;
  -- Nobody but its maker spoke for this invitation, and since then the invitee was seated where situations
  -- are discussed: a new one needs a code.
  if not i.code_needed and i.face_by is null and i.second_id is null and exists (select from sec.seat s
    join sec.situation_table t on t.id = s.table_id
      where s.user_id = i.user_id and s.ends_at > sec.domain_now() and sec.is_founded(t.id) and (t.founded_at
        is null or s.starts_at > t.founded_at)) then
    return 'refused';
  end if;
  update sec.invitation set redeemed_at = clock_timestamp() where invitation.id = i.id;
  if i.kind = 'reset' then
    delete from sec.totp where totp.user_id = i.user_id;
    delete from sec.recovery_code where recovery_code.user_id = i.user_id;
    perform sec.revoke_sessions(i.user_id, null, null), sec.forget_devices(i.user_id);
  end if;
  insert into sec.password (user_id, hash) values (i.user_id, p_hash) on conflict (user_id)
    do update set hash = excluded.hash, changed_at = clock_timestamp();
  update sec.app_user set status = 'active', version = app_user.version + 1 where app_user.id = i.user_id
    and app_user.status = 'invited';
  perform sec.note_origin(i.user_id, null, case i.kind when 'first' then 'made'
    else 'reset' end, i.created_by);
  perform sec.note_origin(i.user_id, null, 'confirmed', i.officer_id, i.second_id, i.face_by);
  if i.kind = 'reset' then perform sec.tell_tables(array(select sec.tables_of_user(i.user_id)), 'reset',
    i.agency_id, null, i.user_id, i.created_by); end if;
  perform audit.record('invitation.redeem', 'invitation', i.id, '{}', 'allow', p_actor => i.user_id);
  return 'redeemed';
end $$;

grant execute on function sec.redeem_invitation(bytea, bytea, text) to authn;
