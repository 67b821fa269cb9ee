-- Whoever sits where situations are discussed always needs an officer's code, because an administrator holds
-- the token: where no officer is left, only a second administrator can give it.
create or replace function sec.invite(p_kind text, p_user uuid, p_agency uuid, p_token_hash bytea,
    c sec.ctx_t) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; tables uuid[] := sec.guarded_tables(p_user); agencies uuid[] := sec.vouchers(p_user,
  p_agency, sec.guarded_tables(p_user));
  needed boolean := cardinality(tables) > 0 or cardinality(agencies) > 0; officers uuid[];
begin
  officers := array(select o from unnest(agencies) a cross join lateral sec.officers(a) o where o <> p_user);
  update sec.invitation set cancelled_at = clock_timestamp() where invitation.user_id = p_user
    and invitation.redeemed_at is null and invitation.cancelled_at is null;
  insert into sec.invitation (kind, user_id, agency_id, token_hash, code_needed, opens_at, created_by,
    voucher_agencies)
    values (p_kind, p_user, p_agency, p_token_hash, needed,
      clock_timestamp() + case when p_kind = 'reset' or not needed then interval '24 hours'
        else interval '0' end, c.user_id, agencies)
    returning invitation.id into made;
  perform sec.tell(officers || case when p_kind = 'reset' or not needed
    then array(select sec.coordinators_with(p_agency)) end,
    case p_kind when 'first' then 'invitation.created' else 'invitation.resetStarted' end, made, p_agency);
  if p_kind = 'reset' then perform sec.tell(array[p_user], 'account.resetStarted', made, p_agency); end if;
  return made;
end $$;
