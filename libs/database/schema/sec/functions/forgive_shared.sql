-- A right password takes back what its own pair of name and source was counted, and no more: a stranger who
-- goes on guessing from elsewhere is not let off by it. One row after the other in the order of counting, or
-- two sign-ins could wait for each other.
create or replace function sec.forgive_shared(p_pair bytea, p_account bytea, p_source bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int;
begin
  select throttle.tries into n from sec.throttle
    where throttle.subject = sec.shared_subject('pair', p_pair) for update;
  if not found then return; end if;
  update sec.throttle set tries = 0 where throttle.subject = sec.shared_subject('pair', p_pair);
  update sec.throttle set tries = greatest(throttle.tries - n, 0)
    where throttle.subject = sec.shared_subject('account', p_account);
  update sec.throttle set tries = greatest(throttle.tries - n, 0)
    where throttle.subject = sec.shared_subject('source', p_source);
end $$;
