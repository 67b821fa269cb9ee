create or replace function sec.redeem_set_up_code(p_code_hash bytea, p_name text, p_display_name text,
    p_language text, p_hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid;
begin
  -- One at a time, so that two codes cannot make a third administrator.
  lock table sec.set_up_code in share row exclusive mode;
  update sec.set_up_code set used_at = clock_timestamp()
    where set_up_code.code_hash = p_code_hash and set_up_code.used_at is null
      and set_up_code.expires_at > clock_timestamp()
      and sec.administrators() < 2 and not exists (select 1 from sec.demo_clock);
  if not found then return null; end if;
  insert into sec.app_user (sign_in_name, display_name, language) values (p_name, p_display_name, p_language)
    returning app_user.id into u;
  insert into sec.password (user_id, hash) values (u, p_hash);
  insert into sec.seat (user_id, persona) values (u, 'administrator');
  perform sec.tell_tables(sec.tables_of_seat('administrator', null, null), 'administratorSeated', null,
    'administrator', u, null);
  perform audit.record('installation.setUp', 'user', u, '{}', 'allow', p_actor => u);
  return u;
end $$;

grant execute on function sec.redeem_set_up_code(bytea, text, text, text, text) to authn;
