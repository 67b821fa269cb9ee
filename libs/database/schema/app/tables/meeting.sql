-- Everything that hangs on app.meeting: who may touch which of its rows, and what happens then.
select migration.protect('app.meeting', 'by table');

create policy meeting_select_56 on app.meeting for select to rep, coordinator using (true = true);
comment on policy meeting_select_56 on app.meeting is 'matrix row 44';

create trigger announce_meeting before update on app.meeting
  for each row execute function app.announce_meeting();
create trigger take_rule_day before insert or update of scheduled_for on app.meeting for each row
  when (new.kind = 'regular' and new.occurs_on is null and new.called_off_at is null)
  execute function app.take_rule_day();
create trigger begin_card after insert or update of opened_at on app.meeting for each row
  when (new.opened_at is not null) execute function app.begin_card();
create trigger look_again after insert or update of scheduled_for, called_off_at, occurs_on on app.meeting
  for each row execute function app.look_again();

grant select on app.meeting to rep, coordinator;
grant select on app.meeting to backup;
