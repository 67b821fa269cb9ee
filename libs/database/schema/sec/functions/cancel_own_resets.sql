-- Whoever can still sign in stops a reset that somebody else began.
create or replace function sec.cancel_own_resets(p_token_hash bytea) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); times int := 0; i uuid;
begin
  for i in update sec.invitation set cancelled_at = clock_timestamp()
      where invitation.user_id = s.user_id and invitation.kind = 'reset' and invitation.redeemed_at is null
        and invitation.cancelled_at is null returning invitation.id loop
    perform audit.record('invitation.cancel', 'invitation', i, '{}', 'allow', p_actor => s.user_id);
    times := times + 1;
  end loop;
  return times;
end $$;

grant execute on function sec.cancel_own_resets(bytea) to authn;
