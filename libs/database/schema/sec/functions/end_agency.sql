-- Its places, seats and disclosures end with it, in this transaction, by the triggers.
create or replace function sec.end_agency(p_agency uuid, p_version int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); a sec.agency;
begin
  perform sec.lock_roles(array(select ta.table_id from sec.table_agency ta where ta.agency_id = p_agency
    union select s.table_id from sec.seat s where s.employer_agency_id = p_agency
      and s.table_id is not null));
  select agency.* into a from sec.agency where agency.id = p_agency for update;
  perform sec.check_version(found, a.version, p_version);
  if a.ended_at is not null then raise exception 'agency.end.ended'; end if;
  perform sec.tell_table(table_agency.table_id, array['agencies']) from sec.table_agency
    where table_agency.agency_id = p_agency and table_agency.left_at is null order by table_agency.table_id;
  update sec.agency set ended_at = sec.domain_now(), version = agency.version + 1 where agency.id = p_agency;
  perform audit.record('agency.end', 'agency', p_agency, '{}', 'allow');
  return p_version + 1;
end $$;

grant execute on function sec.end_agency(uuid, int) to administrator;
