import type { MigrationInterface, QueryRunner } from 'typeorm';
import { moves, reasonList, type Move } from '#domain/filters';

/** The rows of the workflow as data: the database judges exactly what libs/domain declares. */
export function moveRows(): string {
  return JSON.stringify(
    Object.entries(moves as Record<string, Move>).map(([name, move]) => ({
      name,
      stages: move.stages,
      as_lead: move.asLead ?? {},
      when_all_declined: move.whenAllDeclined ?? {},
      to_stage_left: move.toStageLeft ?? false,
      by: move.by,
      needs: move.needs,
      takes: move.takes,
      reason_list: (reasonList as Record<string, string>)[name] ?? null,
    })),
  ).replaceAll("'", "''");
}

/** Judging a move: facts, needs, refusal. The order is that of attempt() in libs/domain/filters. */
export class Moves1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Judged again by whoever waited for a lock: a session, user, seat or agency that ended meanwhile does not act any more.
create function sec.still_entered() returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s sec.session; now_at timestamptz := sec.domain_now();
begin
  select session.* into s from sec.session where session.id = c.session_id;
  if not found or not sec.session_is_live(s) or not exists (select from sec.app_user u where u.id = c.user_id and u.status = 'active') then
    raise exception 'no session' using errcode = '28000';
  end if;
  if not exists (select from sec.seat where seat.id = c.seat_id and seat.starts_at <= now_at and seat.ends_at > now_at) then
    raise exception 'no such seat' using errcode = '42501';
  end if;
end $$;

create table app.move (
  name text constraint move_pkey primary key, stages jsonb not null, as_lead jsonb not null, when_all_declined jsonb not null, to_stage_left boolean not null,
  by text[] not null, needs text[] not null, takes text[] not null, reason_list text
);
alter table app.move enable row level security; alter table app.move force row level security;
create policy move_owner on app.move to owner using (true) with check (true);
insert into app.move select m.name, m.stages, m.as_lead, m.when_all_declined, m.to_stage_left, m."by", m.needs, m.takes, m.reason_list
  from jsonb_to_recordset('${moveRows()}') as m(name text, stages jsonb, as_lead jsonb, when_all_declined jsonb, to_stage_left boolean, by text[], needs text[], takes text[], reason_list text);

create function app.code_active(p_list text, p_code text) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select codebook.chosen_ok(p_list, p_code, (select (sec.ctx()).table_id), sec.today((select (sec.ctx()).table_id))) $$;

-- Everything that judging a move needs to know, as the pure function takes it (Facts in libs/domain/filters).
create function app.facts(s app.situation, c sec.ctx_t) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare w app.workflow; o app.situation_origin; t sec.situation_table; mine app.assignment; parts text[] := '{}'; agencies uuid[]; without uuid[];
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  select situation_origin.* into strict o from app.situation_origin where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  select coalesce(array_agg(a.agency_id order by a.agency_id), '{}'), coalesce(array_agg(a.agency_id order by a.agency_id) filter (where not a.has_account), '{}')
    into agencies, without from sec.table_agency a where a.table_id = s.table_id and a.left_at is null;
  if c.persona = 'coordinator' then parts := parts || 'coordinator'::text; end if;
  if c.persona = 'rep' then
    parts := parts || 'seated'::text;
    if o.agency_id = c.agency_id then parts := parts || 'originating'::text; end if;
    select assignment.* into mine from app.assignment where assignment.table_id = s.table_id and assignment.situation_id = s.id
      and assignment.agency_id = c.agency_id and assignment.state in ('asked', 'accepted');
    if mine.state = 'asked' then parts := parts || 'asked'::text; end if;
    if mine.state = 'accepted' then parts := parts || mine.part; end if;
  end if;
  return jsonb_build_object(
    'stage', s.stage, 'stageLeft', w.stage_left, 'parts', to_jsonb(parts),
    'riskRecorded', w.risk_recorded_by is not null, 'recordedByViewer', w.risk_recorded_by is not distinct from c.user_id and c.user_id is not null,
    'meetingOpenWithTwoAgencies', app.meeting_open_with_two(s.table_id),
    -- The chair's own agency is the employer's, and any for which the same person holds another seat.
    'ownAgency', c.persona = 'coordinator' and (c.employer_agency_id = o.agency_id
      or exists (select from sec.seat own where own.user_id = c.user_id and own.agency_id = o.agency_id and own.ends_at > sec.domain_now())),
    'onBehalfUnconfirmed', o.on_behalf = 'unconfirmed', 'roundOpen', w.round_closed_at is null,
    'hearers', t.who_hears_t3, 'riskRule', t.risk_rule,
    'withinTenMinutes', w.left_at is not null and w.minimised_at is null and sec.domain_now() < w.left_at + interval '10 minutes',
    -- Until the end of the day that was promised at the conclusion, on the table's calendar.
    'withinCorrectionWindow', s.stage = 'concluded' and w.sealing_at is null and exists (select from app.conclusion z
      where z.table_id = s.table_id and z.situation_id = s.id and sec.today(s.table_id) <= z.seal_after),
    'proposedLead', w.proposed_lead,
    'holds', coalesce((select jsonb_agg(d.tier order by d.tier) from app.disclosure d where c.agency_id is not null and d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = c.agency_id and d.revoked_at is null), '[]'),
    'riskFactors', to_jsonb(coalesce((select tier2.risk_factors from app.tier2 where tier2.table_id = s.table_id and tier2.situation_id = s.id), '{}')),
    'agenciesAtTable', to_jsonb(agencies), 'agenciesWithoutAccount', to_jsonb(without), 'viewerAgency', c.agency_id,
    'assignments', coalesce((select jsonb_agg(jsonb_build_object('agency', a.agency_id, 'part', a.part, 'state', a.state) order by a.asked_at, a.id)
       from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id), '[]'),
    -- Open hand-over tasks whose agency nobody represents at the table now.
    'handOvers', coalesce((select jsonb_agg(jsonb_build_object('agency', h.agency_id, 'part', h.part,
        'due', h.due_at <= sec.domain_now()) order by h.opened_at, h.id) from app.task h
       where h.table_id = s.table_id and h.situation_id = s.id and h.kind = 'handOver' and h.closed_at is null
         and not app.is_represented(h.table_id, h.agency_id)), '[]'));
end $$;

create function app.meeting_open_with_two(p_table uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.meeting m where m.table_id = p_table and m.opened_at is not null and m.closed_at is null
    and (select count(*) from app.attendance a
      join sec.table_agency ta on ta.table_id = a.table_id and ta.agency_id = a.agency_id and ta.left_at is null
      where a.table_id = m.table_id and a.meeting_id = m.id) >= 2) $$;

-- The same facts for the first wall, for a situation that this viewer may know of; an exit within its undo window only for the coordinator.
-- What the viewer could not read elsewhere is left empty: no move that it may make needs it.
create function app.move_facts(p_situation uuid) returns table (version integer, facts jsonb) language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; f jsonb; chair boolean := c.persona = 'coordinator';
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation;
  if s.id is null or c.persona is null or c.persona not in ('rep', 'coordinator') or (s.hidden and c.persona <> 'coordinator')
     or s.stage in ('rejected', 'returned', 'withdrawn') and not s.hidden then return; end if;
  f := app.facts(s, c);
  if not (s.stage in ('planning', 'intervention') or chair and s.stage = 'limited') then f := f || '{"assignments": []}'; end if;
  if not (chair or f -> 'parts' ? 'lead') then f := f || '{"proposedLead": null}'; end if;
  if not chair then f := f || '{"stageLeft": null}'; end if;
  if s.hidden then f := f || '{"riskFactors": []}'; end if;
  if s.stage = 'concluded' then f := f || '{"recordedByViewer": false}'; end if;
  if not chair then
    f := f || jsonb_build_object('handOvers', case when f -> 'parts' ? 'assisting' then jsonb_path_query_array(f -> 'handOvers', '$[*] ? (@.part == "lead")')
      else '[]' end);
  end if;
  return query select s.version, f;
end $$;

create function app.agencies(p jsonb) returns uuid[] language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct named.agency::uuid), '{}') from (
    select jsonb_array_elements_text(coalesce(p -> 'agencies', '[]')) as agency union all select jsonb_array_elements_text(coalesce(p -> 'assisting', '[]'))
    union all select p ->> 'lead' union all select p ->> 'agency') named where named.agency is not null $$;

create function app.live_part(f jsonb, p_agency text, p_part text, p_states text[]) returns boolean language sql immutable set search_path = pg_catalog as $$
  select exists (select from jsonb_array_elements(f -> 'assignments') a where (p_agency is null or a ->> 'agency' = p_agency) and (p_part is null or a ->> 'part' = p_part) and a ->> 'state' = any (p_states)) $$;

create function app.part_free(f jsonb, p_part text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select case p_part when 'lead' then not app.live_part(f, null, 'lead', array['asked', 'accepted'])
    when 'assisting' then app.live_part(f, null, 'assisting', array['declined', 'returned', 'left']) else false end $$;

-- The part of an agency that the coordinator may give to another: nobody represents it, its days have passed, and no other agency
-- leads meanwhile.
create function app.handed_over_part(f jsonb, p_from text) returns text language sql immutable set search_path = pg_catalog as $$
  select h ->> 'part' from jsonb_array_elements(f -> 'handOvers') h
   where h ->> 'agency' = p_from and (h ->> 'due')::boolean and (h ->> 'part' = 'assisting' or h ->> 'part' = 'lead'
     and not exists (select from jsonb_array_elements(f -> 'assignments') a where a ->> 'part' = 'lead'
       and a ->> 'state' in ('asked', 'accepted') and a ->> 'agency' <> p_from))
   order by h ->> 'part' desc limit 1 $$;

-- An agency without a part may take one over; an assisting one may take over the lead once there is an intervention.
create function app.may_take_over(f jsonb, p jsonb) returns boolean language sql immutable set search_path = pg_catalog as $$
  select p ->> 'agency' is not null and p ->> 'agency' is distinct from p ->> 'from'
    and (not app.live_part(f, p ->> 'agency', null, array['asked', 'accepted'])
      or f ->> 'stage' = 'intervention' and app.handed_over_part(f, p ->> 'from') = 'lead'
        and app.live_part(f, p ->> 'agency', 'assisting', array['accepted'])) $$;

create function app.joined_found(s app.situation, p jsonb) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation j where j.table_id = s.table_id and j.number = p ->> 'joined' and j.id <> s.id and not j.hidden) $$;

-- The first need that is not met, in the order of the row; null when all are. The text guard works on words that the database never sees in clear.
create function app.unmet(m app.move, s app.situation, f jsonb, p jsonb) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare need text; met boolean; own boolean := f ->> 'viewerAgency' is not null;
begin
  foreach need in array m.needs loop
    met := case need
      when 'ownMeansExhausted' then p -> 'ownMeansExhausted' = 'true'::jsonb
      when 'riskFactorsNamed' then jsonb_array_length(f -> 'riskFactors') > 0
      when 'noCertainIdentifier' then true
      when 'fourPointsMet' then p -> 'fourPoints' @> '["significantInterest", "highProbability", "severeHarm", "multiAgency"]' and jsonb_array_length(p -> 'fourPoints') = 4
      when 'tableRuleFollowed' then p ->> 'decidedBy' = f ->> 'riskRule'
      when 'meetingOpenWithTwoAgencies' then (f ->> 'meetingOpenWithTwoAgencies')::boolean
      when 'notOwnAgency' then not (f ->> 'ownAgency')::boolean
      when 'riskRecorded' then (f ->> 'riskRecorded')::boolean
      when 'riskNotRecorded' then not (f ->> 'riskRecorded')::boolean
      when 'basisGiven' then app.code_active('legalBasis', p ->> 'basis')
      when 'notTheRecorder' then not (f ->> 'recordedByViewer')::boolean
      when 'onBehalfConfirmed' then not (f ->> 'onBehalfUnconfirmed')::boolean
      when 'onBehalfUnconfirmed' then (f ->> 'onBehalfUnconfirmed')::boolean
      when 'hearersNamed' then (m.name <> 'releaseAgain' and f ->> 'hearers' <> 'agenciesAsked') or cardinality(app.agencies(p)) > 0
      when 'agenciesAtTable' then to_jsonb(app.agencies(p)) <@ (f -> 'agenciesAtTable') and (not 'agency' = any (m.takes) or p ->> 'agency' is not null)
      when 'reasonGiven' then app.code_active(m.reason_list, p ->> 'reason')
      when 'joinedSituationNamed' then case when p ->> 'reason' = 'joined' then app.joined_found(s, p) else p ->> 'joined' is null end
      when 'answerGiven' then p ->> 'answer' in ('involved', 'shouldBeInvolved', 'notInvolved')
        and case when own then p ->> 'basis' is null else app.code_active('legalBasis', p ->> 'basis') end
      when 'roundOpen' then (f ->> 'roundOpen')::boolean
      when 'roundClosed' then not (f ->> 'roundOpen')::boolean
      when 'partsDistinct' then p ->> 'lead' is not null and cardinality(app.agencies(p)) = 1 + jsonb_array_length(coalesce(p -> 'assisting', '[]'))
      when 'partFree' then app.part_free(f, p ->> 'part')
      when 'agencyHasNoPart' then not app.live_part(f, p ->> 'agency', null, array['asked', 'accepted'])
      when 'assistingAcceptedNamed' then p ->> 'agency' is not null and app.live_part(f, p ->> 'agency', 'assisting', array['accepted'])
      when 'leadProposed' then f ->> 'proposedLead' is not null and app.live_part(f, f ->> 'proposedLead', 'assisting', array['accepted'])
      when 'originatorGone' then f -> 'handOvers' @> '[{"part": "originating", "due": true}]'
      when 'partHandedOver' then app.handed_over_part(f, p ->> 'from') is not null
      when 'assistingHandedOver' then f -> 'handOvers' @> jsonb_build_array(
        jsonb_build_object('agency', p ->> 'from', 'part', 'assisting', 'due', true))
      when 'leadHandedOver' then f -> 'handOvers' @> '[{"part": "lead"}]'
      when 'agencyMayTakeOver' then app.may_take_over(f, p)
      when 'toldGiven' then app.code_active('told', p ->> 'told')
      when 'riskReticked' then jsonb_typeof(p -> 'riskAfter') = 'array' and (p -> 'riskAfter') <@ (f -> 'riskFactors')
      when 'withinTenMinutes' then (f ->> 'withinTenMinutes')::boolean
      when 'withinCorrectionWindow' then (f ->> 'withinCorrectionWindow')::boolean
    end;
    if met is not true then return need; end if;
  end loop;
  return null;
end $$;

create function app.may_make(m app.move, f jsonb, p jsonb) returns boolean language plpgsql immutable set search_path = pg_catalog as $$
declare agency text := p ->> 'agency'; enters boolean := 'forAgencyWithoutAccount' = any (m."by");
begin
  if enters and f ->> 'viewerAgency' is not null and agency is not null then return false; end if;
  if f -> 'parts' ?| array_remove(m."by", 'forAgencyWithoutAccount') then return true; end if;
  return enters and f -> 'parts' ? 'coordinator' and agency is not null and f -> 'agenciesWithoutAccount' ? agency
    and (not 'asked' = any (m."by") or app.live_part(f, agency, null, array['asked']));
end $$;

create function app.destination(m app.move, f jsonb, p jsonb) returns text language plpgsql immutable set search_path = pg_catalog as $$
declare acting text := coalesce(f ->> 'viewerAgency', p ->> 'agency'); own jsonb; stage text := f ->> 'stage'; left_over integer;
begin
  if m.to_stage_left and f ->> 'stageLeft' is not null then return f ->> 'stageLeft'; end if;
  select a into own from jsonb_array_elements(f -> 'assignments') a where a ->> 'agency' = acting and a ->> 'state' = 'asked' limit 1;
  if own ->> 'part' = 'lead' and m.as_lead ? stage then return m.as_lead ->> stage; end if;
  if m.when_all_declined ? stage then
    select count(*) into left_over from jsonb_array_elements(f -> 'assignments') a
      where a ->> 'state' not in ('declined', 'left') and not (a ->> 'agency' = acting and a ->> 'state' = 'asked');
    if left_over = 0 then return m.when_all_declined ->> stage; end if;
  end if;
  return m.stages ->> stage;
end $$;

-- Why a move is refused, or null. The order is attempt()'s: unused parameters, stage, part, needs.
create function app.refusal(m app.move, s app.situation, f jsonb, p jsonb) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from jsonb_object_keys(p) key where not key = any (m.takes)) then return 'unusedParameter'; end if;
  if not m.stages ? (f ->> 'stage') then return 'wrongStage'; end if;
  if not app.may_make(m, f, p) then return 'notYourPart'; end if;
  return app.unmet(m, s, f, p);
end $$;
-- Whether a repeated request may be answered again: who made the move may lose sight of it by the move itself.
create function app.known(p_situation uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation s where s.table_id = (select (sec.ctx()).table_id) and s.id = p_situation
    and (not s.hidden or (select (sec.ctx()).persona) = 'coordinator' or app.originated_here(p_situation))) $$;
grant execute on function app.move_facts(uuid), app.known(uuid), app.code_active(text, text) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
