-- Everything that judging a move needs to know, as the pure function takes it (Facts in libs/domain/filters).
create or replace function app.facts(s app.situation, c sec.ctx_t) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare w app.workflow; o app.situation_origin; t sec.situation_table; mine app.assignment;
roles text[] := '{}'; agencies uuid[]; without uuid[];
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id
    and workflow.situation_id = s.id;
  select situation_origin.* into strict o from app.situation_origin
    where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  select coalesce(array_agg(a.agency_id order by a.agency_id), '{}'),
    coalesce(array_agg(a.agency_id order by a.agency_id) filter (where not a.has_account), '{}')
    into agencies, without from sec.table_agency a where a.table_id = s.table_id and a.left_at is null;
  if c.persona = 'coordinator' then roles := roles || 'coordinator'::text; end if;
  if c.persona = 'rep' then
    roles := roles || 'seated'::text;
    if o.agency_id = c.agency_id then roles := roles || 'originating'::text; end if;
    select assignment.* into mine from app.assignment where assignment.table_id = s.table_id
      and assignment.situation_id = s.id
      and assignment.agency_id = c.agency_id and assignment.state in ('asked', 'accepted');
    if mine.state = 'asked' then roles := roles || 'asked'::text; end if;
    if mine.state = 'accepted' then roles := roles || mine.role; end if;
  end if;
  return jsonb_build_object(
    'stage', s.stage, 'stageLeft', w.stage_left, 'roles', to_jsonb(roles),
    'riskRecorded', w.risk_recorded_by is not null, 'recordedByViewer', w.risk_recorded_by is not distinct
      from c.user_id and c.user_id is not null,
    'broughtByViewer', exists (select from app.situation_author b where b.table_id = s.table_id
      and b.situation_id = s.id and b.user_id = c.user_id),
    'meetingOpenWithTwoAgencies', app.meeting_open_with_two(s.table_id),
    -- The coordinator's own agency is the employer's, and any for which the same person holds another seat.
    'ownAgency', c.persona = 'coordinator' and (c.employer_agency_id = o.agency_id
      or exists (select from sec.seat own where own.user_id = c.user_id and own.agency_id = o.agency_id
          and own.ends_at > sec.domain_now())),
    'onBehalfUnconfirmed', o.on_behalf = 'unconfirmed', 'roundOpen', w.round_closed_at is null,
    'identifierRecipients', t.identifier_recipients, 'riskRule', t.risk_rule,
    'withinTenMinutes', w.left_at is not null and w.minimised_at is null
      and sec.domain_now() < w.left_at + interval '10 minutes',
    -- Until the end of the day that was promised at the conclusion, on the table's calendar.
    'withinCorrectionWindow', s.stage = 'concluded' and w.sealing_at is null
      and exists (select from app.conclusion z
      where z.table_id = s.table_id and z.situation_id = s.id and sec.today(s.table_id) <= z.seal_after),
    'proposedLead', w.proposed_lead,
    'holds',
      coalesce((select jsonb_agg(d.tier order by d.tier) from app.disclosure d where c.agency_id is not null
          and d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = c.agency_id
          and d.revoked_at is null), '[]'),
    'riskFactors',
      to_jsonb(coalesce((select tier2.risk_factors from app.tier2 where tier2.table_id = s.table_id
            and tier2.situation_id = s.id), '{}')),
    'agenciesAtTable', to_jsonb(agencies), 'agenciesWithoutAccount', to_jsonb(without), 'viewerAgency',
      c.agency_id,
    'assignments',
      coalesce((select jsonb_agg(jsonb_build_object('agency', a.agency_id, 'role', a.role, 'state', a.state)
            order by a.asked_at, a.id)
       from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id), '[]'),
    -- Open hand-over tasks whose agency nobody represents at the table now.
    'handOvers', coalesce((select jsonb_agg(jsonb_build_object('agency', h.agency_id, 'role', h.role,
        'due', h.due_at <= sec.domain_now()) order by h.opened_at, h.id) from app.task h
       where h.table_id = s.table_id and h.situation_id = s.id and h.kind = 'handOver' and h.closed_at is null
         and not app.is_represented(h.table_id, h.agency_id)), '[]'));
end $$;
