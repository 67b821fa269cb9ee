-- The agency sits at the table, and its officers read who is there. It is locked, so that an officer whose
-- seat begins meanwhile is told by that.
create or replace function sec.seat_agency(p_table uuid, p_agency uuid, p_has_account boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare is_new boolean;
begin
  perform 1 from sec.agency where agency.id = p_agency for share;
  is_new := not sec.sits_at(p_agency, p_table);
  insert into sec.table_agency as kept (table_id, agency_id, has_account) values (p_table, p_agency,
    p_has_account)
    on conflict (table_id, agency_id) do update set has_account = excluded.has_account, left_at = null,
      joined_on = case when kept.left_at is null then kept.joined_on else excluded.joined_on end;
  if is_new then
    perform sec.tell_list(p_table, array(select s.id from sec.seat s where s.agency_id = p_agency
      and s.persona = 'privacy' and s.ends_at > sec.domain_now()));
  end if;
end $$;
