create or replace function sec.pass_pair(p_token_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin perform sec.forgive_own(sec.own_subject('pairing', uuid_send(s.user_id))); end $$;

grant execute on function sec.pass_pair(bytea) to authn;
