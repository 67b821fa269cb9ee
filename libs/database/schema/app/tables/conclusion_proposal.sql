-- Everything that hangs on app.conclusion_proposal: who may touch which of its rows, and what happens then.
select migration.protect('app.conclusion_proposal', 'by table');

create policy conclusion_proposal_select_51 on app.conclusion_proposal for select to coordinator
  using (exists (select from app.situation s where s.table_id = conclusion_proposal.table_id
      and s.id = conclusion_proposal.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0));
comment on policy conclusion_proposal_select_51 on app.conclusion_proposal is 'matrix row 26';

create policy conclusion_proposal_select_52 on app.conclusion_proposal for select to rep
  using (exists (select from app.situation s where s.table_id = conclusion_proposal.table_id
      and s.id = conclusion_proposal.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = conclusion_proposal.table_id
        and o.situation_id = conclusion_proposal.situation_id
        and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = conclusion_proposal.table_id
        and d.situation_id = conclusion_proposal.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy conclusion_proposal_select_52 on app.conclusion_proposal is 'matrix row 26';

grant select on app.conclusion_proposal to coordinator;
grant select on app.conclusion_proposal to rep;
grant select on app.conclusion_proposal to backup;
