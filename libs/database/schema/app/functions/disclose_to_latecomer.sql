-- A latecomer marked present while the release of that meeting still runs gets a ledger row of its own. A
-- second round is for agencies by name.
create or replace function app.disclose_to_latecomer() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation; w app.workflow;
begin
  for w in select workflow.* from app.workflow join app.situation on situation.table_id = workflow.table_id
    and situation.id = workflow.situation_id
     join sec.situation_table t on t.id = workflow.table_id and t.identifier_recipients = 'everyoneSeated'
     join sec.table_agency ta on ta.table_id = workflow.table_id and ta.agency_id = new.agency_id
       and ta.left_at is null and ta.has_account
     join app.situation_origin o on o.table_id = workflow.table_id and o.situation_id = workflow.situation_id
       and o.agency_id <> new.agency_id
    where workflow.table_id = new.table_id and workflow.risk_meeting_id = new.meeting_id
      and situation.stage = 'limited' and workflow.release_basis is not null and workflow.round = 1
  loop
    select situation.* into strict s from app.situation where situation.table_id = w.table_id
      and situation.id = w.situation_id for update;
    if s.stage <> 'limited'
      or not exists (select from sec.table_agency ta where ta.table_id = s.table_id
        and ta.agency_id = new.agency_id and ta.left_at is null) then continue; end if;
    insert into app.release_name (table_id, situation_id, agency_id, basis, named_at) values (s.table_id,
        s.id, new.agency_id, w.release_basis, sec.domain_now()) on conflict do nothing;
    perform app.grant_disclosure(s, 3::smallint, new.agency_id, w.release_basis, w.released_by,
        new.meeting_id);
    perform audit.record('disclosure.latecomer', 'situation', s.id, array['T3'], 'allow', null,
        jsonb_build_object('agency', new.agency_id));
  end loop;
  return null;
end $$;
