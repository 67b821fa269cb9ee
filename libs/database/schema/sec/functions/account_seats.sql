-- The seats that enter would accept now, for choosing one.
create or replace function sec.account_seats(p_token_hash bytea)
returns table (id uuid, persona text, table_id uuid, table_name text, time_zone text, agency_id uuid,
    agency_name text, employer_agency_id uuid, ends_at timestamptz,
    list_to_see boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); now_at timestamptz := sec.domain_now();
begin
  return query select seat.id, seat.persona, seat.table_id, situation_table.name, situation_table.time_zone,
    seat.agency_id,
      case when seat.agency_id is not null then agency.name end, seat.employer_agency_id, seat.ends_at,
      sec.has_list_to_see(s.user_id, seat.id)
    from sec.seat
    left join sec.agency on agency.id = coalesce(seat.agency_id, seat.employer_agency_id)
    left join sec.situation_table on situation_table.id = seat.table_id
    left join sec.table_agency on table_agency.table_id = seat.table_id
      and table_agency.agency_id = seat.agency_id
    where seat.user_id = s.user_id and seat.starts_at <= now_at and seat.ends_at > now_at
      and agency.ended_at is null and situation_table.ended_at is null and table_agency.left_at is null
    order by seat.persona, situation_table.name, agency.name, seat.id;
end $$;

grant execute on function sec.account_seats(bytea) to authn;
