create or replace function sec.change_mail_preferences(p_token_hash bytea, p_wanted boolean, p_from time,
    p_until time) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  insert into sec.mail_address (user_id, wanted, quiet_from, quiet_until) values (s.user_id, p_wanted, p_from,
      p_until)
    on conflict (user_id) do update set wanted = p_wanted, quiet_from = p_from, quiet_until = p_until;
end $$;

grant execute on function sec.change_mail_preferences(bytea, boolean, time, time) to authn;
