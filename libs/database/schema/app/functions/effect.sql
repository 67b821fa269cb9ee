create or replace function app.effect(p_move text, s app.situation, p_to text, p jsonb,
    c sec.ctx_t) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare a uuid := coalesce(c.agency_id, (p ->> 'agency')::uuid); named uuid[];
begin
  case p_move
    when 'confirmOnBehalf' then update app.situation_origin set on_behalf = 'confirmed'
      where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
    when 'recordRisk' then perform app.record_risk(s, p, c);
    when 'takeBackRisk' then
      delete from app.risk_decision where risk_decision.table_id = s.table_id
        and risk_decision.situation_id = s.id;
      update app.workflow set risk_recorded_by = null, risk_meeting_id = null
        where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'reject' then perform app.exit_table(s, 'rejected', p, c.user_id);
    when 'sendBack' then perform app.exit_table(s, 'returned', p, c.user_id);
    when 'undo' then
      delete from app.exit where exit.table_id = s.table_id and exit.situation_id = s.id;
      update app.workflow set stage_left = null, left_at = null, left_by = null
        where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'withdraw', 'withdrawOnBehalf' then
      if p_to = 'withdrawn' then perform app.exit_table(s, 'withdrawn', p, c.user_id);
      else perform app.leave(s, p_to, c.user_id);
      perform app.conclude(s, 'other.withdrawn-by-originator', null, '{}'); end if;
    when 'releaseIdentifiers' then perform app.release(s, p, c.user_id, false);
    when 'releaseAgain' then perform app.release(s, p, c.user_id, true);
    when 'answer' then perform app.give_answer(s, p, c);
    when 'closeRound' then perform app.close_round(s);
    when 'assign' then
      named := app.agencies(p);
      perform app.revoke_disclosures(s.table_id, s.id,
          array(select d.agency_id from app.disclosure d where d.table_id = s.table_id
            and d.situation_id = s.id and d.revoked_at is null and not d.agency_id = any (named)),
          array[3]::smallint[], 'notNamed');
      perform app.ask(s, (p ->> 'lead')::uuid, 'lead');
      perform app.ask(s, x::uuid, 'assisting')
        from jsonb_array_elements_text(coalesce(p -> 'assisting', '[]')) x;
    when 'assignAgain' then perform app.ask(s, (p ->> 'agency')::uuid, p ->> 'part');
    when 'addAssisting' then perform app.ask(s, (p ->> 'agency')::uuid, 'assisting');
    when 'acceptAssignment' then perform app.accept_part(s, p, c);
    when 'declineAssignment' then
      perform app.end_part(s, a, 'asked', 'declined', p ->> 'reason', c.agency_id is null);
      if p_to = 'limited' then update app.workflow set round = workflow.round + 1, round_closed_at = null
        where workflow.table_id = s.table_id and workflow.situation_id = s.id; end if;
    when 'leaveAssignment' then perform app.end_part(s, a, 'accepted', 'left', p ->> 'reason', false);
    when 'proposeLead' then update app.workflow set proposed_lead = (p ->> 'agency')::uuid
      where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'takeOverLead' then update app.workflow set proposed_lead = c.agency_id
      where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'reassign' then perform app.reassign(s, (p ->> 'from')::uuid, a);
    when 'endPart' then perform app.end_any_part(s, (p ->> 'from')::uuid, 'handedOver');
    when 'confirmLead' then
      -- A lead that nobody represents any more does not go on as an assisting agency.
      perform app.end_any_part(s, h.agency_id, 'handedOver') from app.task h
       where h.table_id = s.table_id and h.situation_id = s.id and h.kind = 'handOver' and h.part = 'lead'
         and h.closed_at is null and not app.is_represented(h.table_id, h.agency_id);
      update app.assignment set part = 'assisting' where assignment.table_id = s.table_id
        and assignment.situation_id = s.id and assignment.part = 'lead' and assignment.state = 'accepted';
      update app.assignment set part = 'lead' from app.workflow w where w.table_id = s.table_id
        and w.situation_id = s.id
        and assignment.table_id = s.table_id and assignment.situation_id = s.id
          and assignment.agency_id = w.proposed_lead and assignment.state = 'accepted';
      update app.workflow set proposed_lead = null where workflow.table_id = s.table_id
        and workflow.situation_id = s.id;
    when 'proposeConclusion' then
      insert into app.conclusion_proposal (table_id, situation_id, reason, proposed_at) values (s.table_id,
          s.id, p ->> 'reason', sec.domain_now())
        on conflict (table_id, situation_id)
          do update set reason = excluded.reason, proposed_at = excluded.proposed_at;
    when 'conclude' then
      perform app.leave(s, p_to, c.user_id);
      perform app.conclude(s, p ->> 'reason', p ->> 'told',
          array(select jsonb_array_elements_text(p -> 'riskAfter')));
    when 'correctConclusion' then
      update app.conclusion set reason = p ->> 'reason', told = p ->> 'told',
        risk_after = array(select jsonb_array_elements_text(p -> 'riskAfter'))
       where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
    when 'reopen' then perform app.reopen(s, c.user_id);
  end case;
end $$;
