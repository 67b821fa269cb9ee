-- The officer's word is the code; asked again, the new code replaces the one before.
create or replace function sec.give_code(p_invitation uuid, p_code_hash bytea) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); i sec.invitation; opens timestamptz;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation
    and (invitation.agency_id = c.agency_id or c.agency_id = any (invitation.voucher_agencies));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  if c.user_id in (i.user_id, i.created_by) then raise exception 'invitation.giveCode.samePerson'; end if;
  -- The own agency's officer speaks for nobody who sits at a table where that agency does not.
  if i.code_needed and not c.agency_id = any (i.voucher_agencies)
    and cardinality(sec.guarded_tables(i.user_id)) > 0 then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.check_word(i, c);
  update sec.invitation set code_hash = p_code_hash, code_needed = true, officer_id = c.user_id,
      opens_at = case when invitation.kind = 'first' or (invitation.second_id is not null
        and sec.independent(invitation.second_id, c.user_id, c.seat_id))
        then least(invitation.opens_at, clock_timestamp()) else invitation.opens_at end
    where invitation.id = p_invitation returning invitation.opens_at into opens;
  perform audit.record('invitation.giveCode', 'invitation', p_invitation, '{}', 'allow');
  return opens;
end $$;

grant execute on function sec.give_code(uuid, bytea) to privacy;
