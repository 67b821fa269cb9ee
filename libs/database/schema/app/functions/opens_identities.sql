-- The first identity that a session opens wants a fresh proof; what is opened after it in that session does
-- not.
create or replace function app.opens_identities(p_session uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from sec.session where session.id = p_session and session.tiers_opened_at is not null)
    then return; end if;
  if not sec.stepped_up() then raise exception 'account.stepUp.needed'; end if;
  update sec.session set tiers_opened_at = clock_timestamp() where session.id = p_session
    and session.tiers_opened_at is null;
end $$;
