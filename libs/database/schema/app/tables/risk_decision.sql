-- Everything that hangs on app.risk_decision: who may touch which of its rows, and what happens then.
select migration.protect('app.risk_decision', 'by table');

create policy risk_decision_select_20 on app.risk_decision for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = risk_decision.table_id
      and s.id = risk_decision.situation_id and s.stage in ('deidentified') offset 0));
comment on policy risk_decision_select_20 on app.risk_decision is 'matrix row 10';

grant select on app.risk_decision to rep, coordinator;
grant select on app.risk_decision to backup;
