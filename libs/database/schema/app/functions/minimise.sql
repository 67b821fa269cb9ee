-- Rejected, returned and withdrawn ones lose everything but number, month, type and reason when the undo
-- window is over.
create or replace function app.minimise(w app.workflow) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.exit_sector (table_id, situation_id, originating_sector)
  select o.table_id, o.situation_id, a.sector from app.situation_origin o
    join sec.agency a on a.id = o.agency_id where o.table_id = w.table_id and o.situation_id = w.situation_id
  on conflict do nothing;
  delete from app.tier3 where tier3.table_id = w.table_id and tier3.situation_id = w.situation_id;
  -- A signal may say whose surname stood there: it goes with the name.
  delete from app.signal where signal.table_id = w.table_id and signal.situation_id = w.situation_id;
  delete from app.identity_opening where identity_opening.table_id = w.table_id
    and identity_opening.situation_id = w.situation_id;
  delete from app.affected_person where affected_person.table_id = w.table_id
    and affected_person.situation_id = w.situation_id;
  delete from app.discussion_note where discussion_note.table_id = w.table_id
    and discussion_note.situation_id = w.situation_id;
  delete from app.tier2_text where tier2_text.table_id = w.table_id
    and tier2_text.situation_id = w.situation_id;
  delete from app.tier2 where tier2.table_id = w.table_id and tier2.situation_id = w.situation_id;
  delete from app.risk_decision where risk_decision.table_id = w.table_id
    and risk_decision.situation_id = w.situation_id;
  delete from app.situation_author where situation_author.table_id = w.table_id
    and situation_author.situation_id = w.situation_id;
  delete from app.situation_origin where situation_origin.table_id = w.table_id
    and situation_origin.situation_id = w.situation_id;
  delete from app.tier_key where tier_key.table_id = w.table_id and tier_key.situation_id = w.situation_id;
  update app.workflow set minimised_at = sec.domain_now(), risk_recorded_by = null, left_by = null
    where workflow.table_id = w.table_id and workflow.situation_id = w.situation_id;
  update app.situation set hidden = false, version = situation.version + 1
    where situation.table_id = w.table_id and situation.id = w.situation_id;
  perform audit.record('situation.minimise', 'situation', w.situation_id, '{}', 'allow', null, '{}',
      w.table_id);
end $$;
