-- Everything that hangs on sec.seat_offer: who may touch which of its rows, and what happens then.
select migration.protect('sec.seat_offer');

create policy seat_offer_limit on sec.seat_offer as restrictive for all to coordinator
  using (seat_offer.table_id is null or seat_offer.table_id = (select (sec.ctx()).table_id));

create policy seat_offer_all on sec.seat_offer for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

-- Own table's, and those of officers to be at agencies of the own table, which is their notice.
create policy seat_offer_of_table on sec.seat_offer for select to coordinator
  using ((select (sec.ctx()).persona) = current_user and (seat_offer.table_id = (select (sec.ctx()).table_id)
    or (seat_offer.persona = 'privacy'
        and exists (select 1 from sec.table_agency where table_agency.agency_id = seat_offer.agency_id
          and table_agency.left_at is null offset 0))));

create policy seat_offer_of_agency on sec.seat_offer for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and ((select (sec.ctx()).agency_id) in (seat_offer.agency_id, seat_offer.employer_agency_id)
    or sec.waits_for_me(seat_offer)));

grant select on sec.seat_offer to administrator, privacy, coordinator;
grant select on sec.seat_offer to backup;
