-- Everything that hangs on app.conclusion: who may touch which of its rows, and what happens then.
select migration.protect('app.conclusion', 'by table');

create policy conclusion_select_53 on app.conclusion for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = conclusion.table_id
      and s.id = conclusion.situation_id and s.stage in ('concluded') offset 0));
comment on policy conclusion_select_53 on app.conclusion is 'matrix row 26, 43';

create trigger copy_origin before insert on app.conclusion for each row execute function app.copy_origin();

grant select (table_id, situation_id, reason, told, risk_after, concluded_on, seal_after, destroy_after)
  on app.conclusion to rep, coordinator;
grant select on app.conclusion to backup;
