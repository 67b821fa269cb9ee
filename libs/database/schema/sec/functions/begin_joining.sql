-- 'right', 'refused' (unknown, over, wrong code: not told apart) or 'early' (right, but its day of notice is
-- not over), and the pause that a try makes. Wrong codes slow everyone who has this link and end nothing: its
-- rightful holder has the same link. The code has 40 bits, and the link 256 that nobody guesses.
create or replace function sec.begin_joining(p_token_hash bytea, p_code_hash bytea, out outcome text,
    out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  wait_ms := sec.slow_try('joining', p_token_hash, 5);
  select invitation.* into i from sec.invitation where invitation.token_hash = p_token_hash
    and invitation.redeemed_at is null
    and invitation.cancelled_at is null and invitation.expires_at > clock_timestamp();
  outcome := case when i.id is null or (i.code_needed and (i.code_hash = p_code_hash) is not true)
    then 'refused'
    when i.opens_at > clock_timestamp() then 'early' else 'right' end;
end $$;

grant execute on function sec.begin_joining(bytea, bytea) to authn;
