-- For the policy, which hands over no context of its own.
create or replace function sec.waits_for_me(o sec.seat_offer) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select sec.may_approve(o, sec.ctx()) and (sec.ctx()).user_id not in (o.user_id, o.offered_by) $$;

grant execute on function sec.waits_for_me(sec.seat_offer) to privacy, administrator, coordinator;
