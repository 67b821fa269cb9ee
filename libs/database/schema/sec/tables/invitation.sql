-- Everything that hangs on sec.invitation: who may touch which of its rows, and what happens then.
select migration.protect('sec.invitation');

create policy invitation_all on sec.invitation for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy invitation_of_agency on sec.invitation for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and (invitation.agency_id = (select (sec.ctx()).agency_id)
      or (select (sec.ctx()).agency_id) = any (invitation.voucher_agencies)));

-- A coordinator confirms resets of people at the own table; which these are, the seats' own policy says.
create policy invitation_of_table on sec.invitation for select to coordinator
  using ((select (sec.ctx()).persona) = current_user and invitation.kind = 'reset'
    and exists (select 1 from sec.seat where seat.user_id = invitation.user_id
        and seat.ends_at > (select sec.domain_now()) offset 0));

grant select (id, kind, user_id, agency_id, code_needed, opens_at, expires_at, created_by, created_at,
    officer_id, second_id, voucher_agencies, face_by, redeemed_at,
    cancelled_at) on sec.invitation to administrator, privacy, coordinator;
grant select on sec.invitation to backup;
