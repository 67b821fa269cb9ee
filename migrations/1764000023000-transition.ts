import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one function that changes a stage: lock, version, judge, change, grant and revoke, step, audit, in one transaction.
 * Refusals carry P0001 with the problem's code; stale versions 40001; what the viewer may not know of P0002.
 */
export class Transition1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.grant_disclosure(s app.situation, p_tier smallint, p_agency uuid, p_basis text, p_by uuid, p_meeting uuid, p_earlier uuid default null) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, meeting_id, granted_by, granted_at, earlier_id)
  values (s.table_id, s.id, p_tier, p_agency, p_basis, p_meeting, p_by, sec.domain_now(), p_earlier)
  on conflict (table_id, agency_id, situation_id, tier) where revoked_at is null do nothing $$;

create function app.revoke_disclosures(p_table uuid, p_situation uuid, p_agencies uuid[], p_tiers smallint[], p_because text) returns void
language sql security definer set search_path = pg_catalog as $$
  update app.disclosure set revoked_at = sec.domain_now(), revoked_because = p_because
   where disclosure.table_id = p_table and disclosure.situation_id = p_situation and disclosure.revoked_at is null
     and (p_agencies is null or disclosure.agency_id = any (p_agencies)) and disclosure.tier = any (p_tiers) $$;

create function app.ask(s app.situation, p_agency uuid, p_part text) returns void language sql security definer set search_path = pg_catalog as $$
  insert into app.assignment (table_id, situation_id, agency_id, part, state, asked_at, contact_due_at)
  values (s.table_id, s.id, p_agency, p_part, 'asked', sec.domain_now(),
    coalesce((select min(a.contact_due_at) from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id and a.state in ('asked', 'accepted')), sec.domain_now() + interval '48 hours')) $$;

-- Who hears the limited identifiers at a release: those present at the meeting where the risk was recorded, those asked, or nobody.
create function app.release(s app.situation, p jsonb, p_by uuid, p_again boolean) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow; t sec.situation_table; originator uuid; named uuid[] := app.agencies(p); hearing uuid[] := '{}'; a uuid;
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  select situation_origin.agency_id into strict originator from app.situation_origin where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
  if t.who_hears_t3 = 'everyoneSeated' and not p_again then
    select coalesce(array_agg(attendance.agency_id), '{}') into hearing from app.attendance where attendance.table_id = s.table_id and attendance.meeting_id = w.risk_meeting_id;
  elsif t.who_hears_t3 <> 'nobody' then
    hearing := named;
  end if;
  foreach a in array array(select distinct unnest(named || hearing)) loop
    if a = originator then continue; end if;
    insert into app.release_name (table_id, situation_id, agency_id, basis, named_at) values (s.table_id, s.id, a, p ->> 'basis', sec.domain_now())
      on conflict (table_id, situation_id, agency_id) do update set basis = excluded.basis, named_at = excluded.named_at;
    -- An agency without an account gets nothing on a screen.
    if a = any (hearing) and exists (select from sec.table_agency ta where ta.table_id = s.table_id and ta.agency_id = a and ta.left_at is null and ta.has_account) then
      perform app.grant_disclosure(s, 3::smallint, a, p ->> 'basis', p_by, w.risk_meeting_id);
    end if;
  end loop;
  update app.workflow set released_by = p_by, release_basis = p ->> 'basis', round = workflow.round + 1, round_closed_at = null
   where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;

-- A latecomer marked present while the release of that meeting still runs gets a ledger row of its own. A second round is for agencies by name.
create function app.disclose_to_latecomer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation; w app.workflow;
begin
  for w in select workflow.* from app.workflow join app.situation on situation.table_id = workflow.table_id and situation.id = workflow.situation_id
     join sec.situation_table t on t.id = workflow.table_id and t.who_hears_t3 = 'everyoneSeated'
     join sec.table_agency ta on ta.table_id = workflow.table_id and ta.agency_id = new.agency_id and ta.left_at is null and ta.has_account
     join app.situation_origin o on o.table_id = workflow.table_id and o.situation_id = workflow.situation_id and o.agency_id <> new.agency_id
    where workflow.table_id = new.table_id and workflow.risk_meeting_id = new.meeting_id and situation.stage = 'limited' and workflow.release_basis is not null and workflow.round = 1
  loop
    select situation.* into strict s from app.situation where situation.table_id = w.table_id and situation.id = w.situation_id for update;
    if s.stage <> 'limited' or not exists (select from sec.table_agency ta where ta.table_id = s.table_id and ta.agency_id = new.agency_id and ta.left_at is null) then continue; end if;
    insert into app.release_name (table_id, situation_id, agency_id, basis, named_at) values (s.table_id, s.id, new.agency_id, w.release_basis, sec.domain_now()) on conflict do nothing;
    perform app.grant_disclosure(s, 3::smallint, new.agency_id, w.release_basis, w.released_by, new.meeting_id);
    perform audit.record('disclosure.latecomer', 'situation', s.id, array['T3'], 'allow', null, jsonb_build_object('agency', new.agency_id));
  end loop;
  return null;
end $$;
create trigger disclose_to_latecomer after insert on app.attendance for each row execute function app.disclose_to_latecomer();

create function app.accept_part(s app.situation, p jsonb, c sec.ctx_t) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare a uuid := coalesce(c.agency_id, (p ->> 'agency')::uuid); n app.release_name;
begin
  update app.assignment set state = 'accepted', answered_at = sec.domain_now(), answered_for_agency = c.agency_id is null, basis = p ->> 'basis'
   where assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.agency_id = a and assignment.state = 'asked';
  if c.agency_id is null then return; end if;
  perform app.grant_disclosure(s, 4::smallint, a, p ->> 'basis', c.user_id, null);
  select release_name.* into n from app.release_name where release_name.table_id = s.table_id and release_name.situation_id = s.id and release_name.agency_id = a;
  if found then perform app.grant_disclosure(s, 3::smallint, a, n.basis, c.user_id, null); end if;
end $$;

create function app.end_part(s app.situation, p_agency uuid, p_from text, p_state text, p_reason text, p_for_agency boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.assignment set state = p_state, answered_at = sec.domain_now(), answered_for_agency = p_for_agency, reason = p_reason
   where assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.agency_id = p_agency and assignment.state = p_from;
  perform app.revoke_disclosures(s.table_id, s.id, array[p_agency], array[3, 4]::smallint[], p_state);
end $$;

-- Ends an agency's part whether it was asked or had accepted, with all that it held for it.
create function app.end_any_part(s app.situation, p_agency uuid, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.end_part(s, p_agency, 'asked', 'left', p_reason, false);
  perform app.end_part(s, p_agency, 'accepted', 'left', p_reason, false);
end $$;

-- Gives the part that is handed over to another agency: one that assists already leads at once, any other is asked.
create function app.reassign(s app.situation, p_from uuid, p_agency uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare taken text;
begin
  -- The lead first, as the judgement takes it.
  select task.part into strict taken from app.task
   where task.table_id = s.table_id and task.situation_id = s.id and task.kind = 'handOver' and task.closed_at is null
     and task.agency_id = p_from and (task.part = 'assisting' or task.part = 'lead' and not exists (select from app.assignment a
       where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'lead' and a.state in ('asked', 'accepted')
         and a.agency_id <> p_from)) order by task.part desc limit 1;
  perform app.end_any_part(s, p_from, 'handedOver');
  update app.workflow set proposed_lead = null where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  update app.assignment set part = taken where assignment.table_id = s.table_id and assignment.situation_id = s.id
    and assignment.agency_id = p_agency and assignment.state = 'accepted';
  if not found then perform app.ask(s, p_agency, taken); end if;
end $$;

create function app.leave(s app.situation, p_to text, p_by uuid) returns void language sql security definer set search_path = pg_catalog as $$
  update app.workflow set stage_left = s.stage, left_at = sec.domain_now(), left_by = p_by where workflow.table_id = s.table_id and workflow.situation_id = s.id $$;

create function app.conclude(s app.situation, p_reason text, p_told text, p_risk_after text[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare t sec.situation_table; today date;
begin
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  today := sec.today(t.id);
  insert into app.conclusion (table_id, situation_id, reason, told, risk_after, concluded_on, seal_after, destroy_after)
  values (s.table_id, s.id, p_reason, p_told, p_risk_after, today, today + t.correction_days, (today + make_interval(months => t.retention_months))::date)
  on conflict (table_id, situation_id) do update set reason = excluded.reason, told = excluded.told, risk_after = excluded.risk_after;
  perform app.revoke_disclosures(s.table_id, s.id, null, array[3, 4]::smallint[], 'concluded');
end $$;

-- The parts then open get new ledger rows on their earlier basis; nobody else gains, and an agency that left the table gets nothing.
create function app.reopen(s app.situation, p_by uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare d app.disclosure;
begin
  for d in select disclosure.* from app.disclosure join app.workflow w on w.table_id = disclosure.table_id and w.situation_id = disclosure.situation_id
     join sec.table_agency ta on ta.table_id = disclosure.table_id and ta.agency_id = disclosure.agency_id and ta.left_at is null
    where disclosure.table_id = s.table_id and disclosure.situation_id = s.id and disclosure.revoked_because = 'concluded' and disclosure.revoked_at >= w.left_at
  loop perform app.grant_disclosure(s, d.tier, d.agency_id, d.basis, p_by, d.meeting_id, d.id); end loop;
  delete from app.conclusion where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
  update app.workflow set stage_left = null, left_at = null, left_by = null where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;

create function app.record_risk(s app.situation, p jsonb, c sec.ctx_t) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid;
begin
  select meeting.id into strict m from app.meeting where meeting.table_id = s.table_id and meeting.opened_at is not null and meeting.closed_at is null for share;
  update app.workflow set risk_recorded_by = c.user_id, risk_meeting_id = m where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  insert into app.risk_decision (table_id, situation_id, meeting_id, four_points, decided_by, agencies_present, recorded_at)
  values (s.table_id, s.id, m, array(select jsonb_array_elements_text(p -> 'fourPoints')), p ->> 'decidedBy',
    array(select attendance.agency_id from app.attendance where attendance.table_id = s.table_id and attendance.meeting_id = m), sec.domain_now());
end $$;

create function app.exit_table(s app.situation, p_kind text, p jsonb, p_by uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.leave(s, p_kind, p_by);
  insert into app.exit (table_id, situation_id, kind, type, reason, joined_id)
  select s.table_id, s.id, p_kind, tier2.type, p ->> 'reason', (select j.id from app.situation j where j.table_id = s.table_id and j.number = p ->> 'joined')
    from app.tier2 where tier2.table_id = s.table_id and tier2.situation_id = s.id;
end $$;

create function app.give_answer(s app.situation, p jsonb, c sec.ctx_t) returns void language sql security definer set search_path = pg_catalog as $$
  insert into app.answer (table_id, situation_id, round, agency_id, answer, can_help, entered_for_agency, basis, answered_at)
  select s.table_id, s.id, w.round, coalesce(c.agency_id, (p ->> 'agency')::uuid), p ->> 'answer', coalesce((p ->> 'canHelp')::boolean, false), c.agency_id is null, p ->> 'basis', sec.domain_now()
    from app.workflow w where w.table_id = s.table_id and w.situation_id = s.id
  on conflict (table_id, situation_id, round, agency_id) do update
    set answer = excluded.answer, can_help = excluded.can_help, entered_for_agency = excluded.entered_for_agency, basis = excluded.basis, answered_at = excluded.answered_at $$;

-- Silence is an answer: noAnswer for every agency of the table that gave none in this round.
create function app.close_round(s app.situation) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.workflow set round_closed_at = sec.domain_now() where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  insert into app.answer (table_id, situation_id, round, agency_id, answer, answered_at)
  select s.table_id, s.id, w.round, ta.agency_id, 'noAnswer', sec.domain_now() from sec.table_agency ta
    join app.workflow w on w.table_id = s.table_id and w.situation_id = s.id where ta.table_id = s.table_id and ta.left_at is null
  on conflict (table_id, situation_id, round, agency_id) do nothing;
end $$;

create function app.effect(p_move text, s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare a uuid := coalesce(c.agency_id, (p ->> 'agency')::uuid); named uuid[];
begin
  case p_move
    when 'confirmOnBehalf' then update app.situation_origin set on_behalf = 'confirmed' where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
    when 'recordRisk' then perform app.record_risk(s, p, c);
    when 'takeBackRisk' then
      delete from app.risk_decision where risk_decision.table_id = s.table_id and risk_decision.situation_id = s.id;
      update app.workflow set risk_recorded_by = null, risk_meeting_id = null where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'reject' then perform app.exit_table(s, 'rejected', p, c.user_id);
    when 'sendBack' then perform app.exit_table(s, 'returned', p, c.user_id);
    when 'undo' then
      delete from app.exit where exit.table_id = s.table_id and exit.situation_id = s.id;
      update app.workflow set stage_left = null, left_at = null, left_by = null where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'withdraw', 'withdrawOnBehalf' then
      if p_to = 'withdrawn' then perform app.exit_table(s, 'withdrawn', p, c.user_id);
      else perform app.leave(s, p_to, c.user_id); perform app.conclude(s, 'other.withdrawn-by-originator', null, '{}'); end if;
    when 'releaseIdentifiers' then perform app.release(s, p, c.user_id, false);
    when 'releaseAgain' then perform app.release(s, p, c.user_id, true);
    when 'answer' then perform app.give_answer(s, p, c);
    when 'closeRound' then perform app.close_round(s);
    when 'assign' then
      named := app.agencies(p);
      perform app.revoke_disclosures(s.table_id, s.id, array(select d.agency_id from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id and d.revoked_at is null and not d.agency_id = any (named)), array[3]::smallint[], 'notNamed');
      perform app.ask(s, (p ->> 'lead')::uuid, 'lead');
      perform app.ask(s, x::uuid, 'assisting') from jsonb_array_elements_text(coalesce(p -> 'assisting', '[]')) x;
    when 'assignAgain' then perform app.ask(s, (p ->> 'agency')::uuid, p ->> 'part');
    when 'addAssisting' then perform app.ask(s, (p ->> 'agency')::uuid, 'assisting');
    when 'acceptAssignment' then perform app.accept_part(s, p, c);
    when 'declineAssignment' then
      perform app.end_part(s, a, 'asked', 'declined', p ->> 'reason', c.agency_id is null);
      if p_to = 'limited' then update app.workflow set round = workflow.round + 1, round_closed_at = null where workflow.table_id = s.table_id and workflow.situation_id = s.id; end if;
    when 'leaveAssignment' then perform app.end_part(s, a, 'accepted', 'left', p ->> 'reason', false);
    when 'proposeLead' then update app.workflow set proposed_lead = (p ->> 'agency')::uuid where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'takeOverLead' then update app.workflow set proposed_lead = c.agency_id where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'reassign' then perform app.reassign(s, (p ->> 'from')::uuid, a);
    when 'endPart' then perform app.end_any_part(s, (p ->> 'from')::uuid, 'handedOver');
    when 'confirmLead' then
      -- A lead that nobody represents any more does not go on as an assisting agency.
      perform app.end_any_part(s, h.agency_id, 'handedOver') from app.task h
       where h.table_id = s.table_id and h.situation_id = s.id and h.kind = 'handOver' and h.part = 'lead'
         and h.closed_at is null and not app.is_represented(h.table_id, h.agency_id);
      update app.assignment set part = 'assisting' where assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.part = 'lead' and assignment.state = 'accepted';
      update app.assignment set part = 'lead' from app.workflow w where w.table_id = s.table_id and w.situation_id = s.id
        and assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.agency_id = w.proposed_lead and assignment.state = 'accepted';
      update app.workflow set proposed_lead = null where workflow.table_id = s.table_id and workflow.situation_id = s.id;
    when 'proposeConclusion' then
      insert into app.conclusion_proposal (table_id, situation_id, reason, proposed_at) values (s.table_id, s.id, p ->> 'reason', sec.domain_now())
        on conflict (table_id, situation_id) do update set reason = excluded.reason, proposed_at = excluded.proposed_at;
    when 'conclude' then
      perform app.leave(s, p_to, c.user_id);
      perform app.conclude(s, p ->> 'reason', p ->> 'told', array(select jsonb_array_elements_text(p -> 'riskAfter')));
    when 'correctConclusion' then
      update app.conclusion set reason = p ->> 'reason', told = p ->> 'told', risk_after = array(select jsonb_array_elements_text(p -> 'riskAfter'))
       where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
    when 'reopen' then perform app.reopen(s, c.user_id);
  end case;
end $$;

create function app.transition(p_move text, p_situation uuid, p_version integer, p jsonb) returns table (version integer, stage text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); m app.move; s app.situation; f jsonb; reason text; destination text;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  select move.* into m from app.move where move.name = p_move and not move.stages ? 'screening';
  if not found then raise exception 'move.unknown' using errcode = 'P0001'; end if;
  -- What counts who attends holds the meeting first, and then the situation, as a mark of attendance does.
  if p_move in ('recordRisk', 'reject', 'releaseIdentifiers') then
    perform from app.meeting where meeting.table_id = c.table_id and (meeting.opened_at is not null and meeting.closed_at is null
        or meeting.id = (select w.risk_meeting_id from app.workflow w where w.table_id = c.table_id and w.situation_id = p_situation))
      order by meeting.id for share;
  end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation for update;
  if not found or (s.hidden and c.persona <> 'coordinator') then raise exception 'not found' using errcode = 'P0002'; end if;
  if s.stage in ('rejected', 'returned', 'withdrawn') and (p_move <> 'undo' or not s.hidden) then raise exception 'not found' using errcode = 'P0002'; end if;
  -- A session, seat, user or agency that ended while this waited for the lock does not act any more.
  perform sec.still_entered();
  if s.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  f := app.facts(s, c);
  reason := app.refusal(m, s, f, jsonb_strip_nulls(p));
  if reason is not null then raise exception 'move.%', reason using errcode = 'P0001'; end if;
  destination := app.destination(m, f, p);
  perform app.effect(p_move, s, destination, jsonb_strip_nulls(p), c);
  -- Answers come many at once in a meeting and show to nobody but the coordinator: they do not move the version that all watch.
  if p_move <> 'answer' then
    update app.situation set stage = destination, version = situation.version + 1, hidden = destination in ('rejected', 'returned', 'withdrawn')
     where situation.table_id = s.table_id and situation.id = s.id;
    insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id, s.version + 1, p_move, destination, sec.domain_now());
  end if;
  perform app.settle_hand_overs(s.table_id, s.id, c.agency_id);
  perform audit.record('situation.' || p_move, 'situation', s.id, '{}', 'allow', null, jsonb_build_object('from', s.stage, 'to', destination, 'basis', p ->> 'basis', 'reason', p ->> 'reason', 'for', p ->> 'agency'));
  return query select s.version + (p_move <> 'answer')::integer, destination;
end $$;
grant execute on function app.transition(text, uuid, integer, jsonb) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
