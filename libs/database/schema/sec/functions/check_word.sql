-- What an officer or a second administrator may not be, to speak for an invitation: the invitee, its maker,
-- or a person made by its maker. A first invitation of somebody who sits nowhere yet makes an account and
-- opens nothing, so that two persons are enough for it.
create or replace function sec.check_word(i sec.invitation, c sec.ctx_t) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare guarded boolean := cardinality(sec.guarded_tables(i.user_id)) > 0;
begin
  if guarded or i.kind = 'reset' or c.persona = 'administrator' then perform sec.require_independent(c,
    i.created_by); end if;
  if guarded and c.persona = 'administrator' and sec.ever_one(i.created_by, c.user_id) then
    raise exception 'secondPerson.notIndependent' using errcode = 'P0001';
  end if;
end $$;
