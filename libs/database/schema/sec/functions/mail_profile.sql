-- ---------------------------------------------------------------- the own address
create or replace function sec.mail_profile(p_token_hash bytea) returns table (user_id uuid, sealed bytea,
    pending bytea, wanted boolean, quiet_from text, quiet_until text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  return query select s.user_id, m.sealed, case when m.code_expires_at > clock_timestamp()
    then m.pending end, coalesce(m.wanted, true),
      to_char(coalesce(m.quiet_from, '21:00'), 'HH24:MI'),
        to_char(coalesce(m.quiet_until, '07:00'), 'HH24:MI')
    from (select 1) one left join sec.mail_address m on m.user_id = s.user_id;
end $$;

grant execute on function sec.mail_profile(bytea) to authn;
