-- Both factors' keeping needs the fresh proof here too, whatever the route declares.
create or replace function sec.fresh_session(p_token_hash bytea) returns sec.session
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  if s.stepped_up_at is null or s.stepped_up_at < clock_timestamp() - interval '5 minutes'
    then raise exception 'account.stepUp.needed'; end if;
  return s;
end $$;
