-- Everything that hangs on app.meeting_card: who may touch which of its rows, and what happens then.
select migration.protect('app.meeting_card', 'by table');

create policy meeting_card_select on app.meeting_card for select to rep, coordinator using (true);
comment on policy meeting_card_select on app.meeting_card is 'matrix row 44';

grant select on app.meeting_card to rep, coordinator;
grant select on app.meeting_card to backup;
