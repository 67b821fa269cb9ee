-- Places at once only while the table is being founded, or where nothing more is opened: an account that is
-- taken away.
create or replace function sec.place_agency(p_table uuid, p_version int, p_agency uuid, p_has_account boolean)
  returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); here sec.table_agency;
begin
  perform sec.open_table(p_table, p_version);
  perform 1 from sec.agency where agency.id = p_agency and agency.ended_at is null for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if not p_has_account and exists (select 1 from sec.seat where seat.table_id = p_table
    and seat.agency_id = p_agency
      and seat.ends_at > sec.domain_now()) then
    raise exception 'table.place.seatsLive';
  end if;
  select ta.* into here from sec.table_agency ta where ta.table_id = p_table and ta.agency_id = p_agency
    and ta.left_at is null;
  if sec.is_founded(p_table) and (here.table_id is null or (p_has_account and not here.has_account)) then
    insert into sec.joining (table_id, agency_id, has_account, asked_by) values (p_table, p_agency,
      p_has_account, c.user_id);
    perform sec.tell_tables(array[p_table], 'joiningAsked', p_agency, null, null, c.user_id);
    perform audit.record('table.askJoining', 'agency', p_agency, '{}', 'allow', p_table => p_table);
    return p_version + 1;
  end if;
  perform sec.seat_agency(p_table, p_agency, p_has_account);
  perform sec.tell_tables(array[p_table], 'joined', p_agency, null, null, c.user_id);
  perform audit.record('table.place', 'agency', p_agency, '{}', 'allow', p_table => p_table);
  return p_version + 1;
exception when unique_violation then raise exception 'table.place.waitsAlready';
end $$;

grant execute on function sec.place_agency(uuid, int, uuid, boolean) to administrator;
