-- Everything that hangs on sec.meeting_plan: who may touch which of its rows, and what happens then.
select migration.protect('sec.meeting_plan');

create policy meeting_plan_limit on sec.meeting_plan as restrictive for all to rep, coordinator
      using (meeting_plan.table_id = (select (sec.ctx()).table_id));

create policy meeting_plan_seated on sec.meeting_plan for select to rep, coordinator
      using ((select (sec.ctx()).persona) = current_user);

create policy meeting_plan_all on sec.meeting_plan for select to administrator
      using ((select (sec.ctx()).persona) = current_user);

create policy meeting_plan_of_agency on sec.meeting_plan for select to privacy
      using (exists (select 1 from sec.table_agency ta
        where ta.table_id = meeting_plan.table_id and (ta.agency_id, current_user::text)
          = (select c.agency_id, c.persona from sec.ctx() c)));

grant select on sec.meeting_plan to rep, coordinator, administrator, privacy;
grant select on sec.meeting_plan to backup;
