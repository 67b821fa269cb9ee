-- Everything that hangs on sec.seat: who may touch which of its rows, and what happens then.
select migration.protect('sec.seat');

create policy seat_limit on sec.seat as restrictive for all to rep, coordinator
  using (seat.table_id = (select (sec.ctx()).table_id));

create policy seat_seated on sec.seat for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);

create policy seat_all on sec.seat for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy seat_of_agency on sec.seat for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and (seat.agency_id = (select (sec.ctx()).agency_id)
        or seat.employer_agency_id = (select (sec.ctx()).agency_id)));

create trigger keep_duties_apart before insert or update of user_id, persona, table_id, agency_id, starts_at,
  ends_at on sec.seat
  for each row execute function sec.keep_duties_apart();
create trigger tell_of_new_seat after insert on sec.seat for each row execute function sec.tell_of_seat();
create trigger tell_of_ended_seat after update on sec.seat for each row
  when (old.ended_because is null and new.ended_because is not null) execute function sec.tell_of_seat();
create trigger begin_digests after insert on sec.seat for each row
  when (new.persona = 'privacy') execute function app.begin_digests();
create trigger settle_new_seats after insert on sec.seat referencing new table as changed
  for each statement execute function app.settle_seats();
create trigger settle_seats after update on sec.seat referencing new table as changed
  for each statement execute function app.settle_seats();

grant select on sec.seat to rep, coordinator, administrator, privacy;
grant select on sec.seat to backup;
