-- A code that a coordinator types is counted before it is judged, by person: a wrong one must not lead to
-- another table's screen by trying. The seconds to wait, 0 to go on. The right one takes the count back.
create or replace function sec.begin_pair(p_token_hash bytea) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return sec.own_try(sec.own_subject('pairing', uuid_send(s.user_id)), 10, interval '10 seconds'); end $$;

grant execute on function sec.begin_pair(bytea) to authn;
