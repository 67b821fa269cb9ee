-- Everything that hangs on sec.meeting_rule: who may touch which of its rows, and what happens then.
select migration.protect('sec.meeting_rule');

create policy meeting_rule_limit on sec.meeting_rule as restrictive for all to rep, coordinator
      using (meeting_rule.table_id = (select (sec.ctx()).table_id));

create policy meeting_rule_seated on sec.meeting_rule for select to rep, coordinator
      using ((select (sec.ctx()).persona) = current_user);

create policy meeting_rule_all on sec.meeting_rule for select to administrator
      using ((select (sec.ctx()).persona) = current_user);

create policy meeting_rule_of_agency on sec.meeting_rule for select to privacy
      using (exists (select 1 from sec.table_agency ta
        where ta.table_id = meeting_rule.table_id and (ta.agency_id, current_user::text)
          = (select c.agency_id, c.persona from sec.ctx() c)));

create trigger look_again after insert or update on sec.meeting_rule for each row
  execute function app.look_again();

grant select on sec.meeting_rule to rep, coordinator, administrator, privacy;
grant select on sec.meeting_rule to backup;
