-- codebook.change
select c.id, c.kind, c.list, c.code, c.table_id, c.label_en, c.label_fr, c.definition_en, c.definition_fr, c.same_in_both,
  c.group_code, c.theme_code, c.maps_to, c.active_from::text as active_from, c.active_to::text as active_to, c.state, c.version,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as proposed_at,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
  c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  num_nonnulls(c.first_signed_by, c.second_signed_by) as signatures,
  coalesce((select (sec.ctx()).user_id) in (c.first_signed_by, c.second_signed_by), false) as signed_by_me,
  c.published_in
from codebook.change c
where c.id = $1;

-- codebook.changes
select c.id, c.kind, c.list, c.code, c.table_id, c.label_en, c.label_fr, c.definition_en, c.definition_fr, c.same_in_both,
  c.group_code, c.theme_code, c.maps_to, c.active_from::text as active_from, c.active_to::text as active_to, c.state, c.version,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as proposed_at,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
  c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  num_nonnulls(c.first_signed_by, c.second_signed_by) as signatures,
  coalesce((select (sec.ctx()).user_id) in (c.first_signed_by, c.second_signed_by), false) as signed_by_me,
  c.published_in
from codebook.change c
where c.state = $1 and ($2::timestamptz is null or (c.proposed_at, c.id) < ($2, $3::uuid))
order by c.proposed_at desc, c.id desc limit $4;

-- codebook.lists
select l.list, l.group_list, l.takes_local, l.closed
from codebook.list l
where $1::text is null or l.list = $1
order by l.position;

-- codebook.terms
select t.list, t.code, t.table_id, t.group_code, t.theme_code, t.status, t.label_en, t.label_fr, t.definition_en, t.definition_fr,
  t.active_from::text as active_from, t.active_to::text as active_to, t.maps_to, t.attributes
from codebook.term t
where t.version_from <= $1 and (t.version_to is null or t.version_to > $1) and ($2::text is null or t.list = $2)
order by t.list, t.position, t.table_id, t.code;

-- codebook.version
select v.version, v.name, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as published_at
from codebook.version v
where v.version = coalesce($1::integer, codebook.current_version());

-- codebook.versions
select v.version, v.name, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as published_at
from codebook.version v
where $1::integer is null or v.version < $1
order by v.version desc limit $2;

-- situations.card
select s.table_id,
  jsonb_build_object('id', s.id, 'number', s.number, 'stage', s.stage, 'openedMonth', to_char(s.opened_month, 'YYYY-MM'), 'version', s.version) as header,
  (select f.facts from app.move_facts(s.id) f) as facts,
  (select jsonb_build_object('agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = o.agency_id), 'onBehalf', o.on_behalf) from app.situation_origin o where o.table_id = s.table_id and o.situation_id = s.id) as origin,
  (select jsonb_build_object('id', u.id, 'name', u.display_name) from app.situation_author w join sec.app_user u on u.id = w.user_id where w.table_id = s.table_id and w.situation_id = s.id) as author,
  (select jsonb_build_object('type', t.type, 'ageBand', t.age_band, 'sex', t.sex, 'riskFactors', t.risk_factors, 'studyFlags', t.study_flags, 'localFlags', t.local_flags,
     'protectiveFactors', t.protective_factors, 'sectors', t.sectors, 'ownMeans', t.own_means, 'version', t.version) from app.tier2 t where t.table_id = s.table_id and t.situation_id = s.id) as tier2,
  (select jsonb_build_object('sealed', translate(encode(x.summary, 'base64'), E'\n', ''), 'version', x.version) from app.tier2_text x where x.table_id = s.table_id and x.situation_id = s.id) as summary,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'ageBand', p.age_band, 'sex', p.sex, 'riskFactors', p.risk_factors, 'version', p.version) order by p.id) from app.affected_person p where p.table_id = s.table_id and p.situation_id = s.id), '[]') as persons,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = n.agency_id), 'sealed', translate(encode(n.note, 'base64'), E'\n', ''), 'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.written_at, n.id) from app.discussion_note n where n.table_id = s.table_id and n.situation_id = s.id), '[]') as notes,
  (select jsonb_build_object('fourPoints', r.four_points, 'decidedBy', r.decided_by, 'agenciesPresent', r.agencies_present, 'recordedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id) as risk,
  coalesce((select jsonb_agg(jsonb_build_object('agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = w.agency_id), 'agencyId', w.agency_id, 'round', w.round, 'answer', w.answer, 'canHelp', w.can_help, 'enteredForAgency', w.entered_for_agency) order by w.round, w.answered_at, w.agency_id) from app.answer w where w.table_id = s.table_id and w.situation_id = s.id), '[]') as answers,
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = g.agency_id), 'part', g.part, 'state', g.state, 'askedAt', to_char(g.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'contactDueAt', to_char(g.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answeredAt', to_char(g.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answeredForAgency', g.answered_for_agency) order by g.asked_at, g.part desc, g.id) from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id), '[]') as assignments,
  coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = b.agency_id), 'status', b.status, 'stillElevated', b.still_elevated, 'reportedAt', to_char(b.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by b.reported_at, b.id) from app.report_back b where b.table_id = s.table_id and b.situation_id = s.id), '[]') as report_backs,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = v.agency_id), 'service', v.service, 'mobilization', v.mobilization, 'month', to_char(v.month, 'YYYY-MM')) order by v.month, v.id) from app.service_mobilized v where v.table_id = s.table_id and v.situation_id = s.id), '[]') as services,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = v.agency_id), 'service', v.service, 'month', to_char(v.month, 'YYYY-MM')) order by v.month, v.id) from app.gap v where v.table_id = s.table_id and v.situation_id = s.id), '[]') as gaps,
  coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'given', c.given, 'dueOn', c.due_on) order by c.id) from app.consent c where c.table_id = s.table_id and c.situation_id = s.id), '[]') as consents,
  (select jsonb_build_object('reason', q.reason, 'proposedAt', to_char(q.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from app.conclusion_proposal q where q.table_id = s.table_id and q.situation_id = s.id) as conclusion_proposal,
  (select jsonb_build_object('reason', z.reason, 'told', z.told, 'riskAfter', z.risk_after, 'concludedOn', z.concluded_on, 'sealAfter', z.seal_after, 'destroyAfter', z.destroy_after) from app.conclusion z where z.table_id = s.table_id and z.situation_id = s.id) as conclusion,
  (select jsonb_build_object('kind', e.kind, 'type', e.type, 'reason', e.reason) from app.exit e where e.table_id = s.table_id and e.situation_id = s.id) as exit,
  (select jsonb_build_object('wrapped', translate(encode(k.wrapped, 'base64'), E'\n', ''), 'epochId', k.epoch_id) from app.open_tier(s.id, 2::smallint, 'read') k) as key2
from app.situation s
where s.id = $1 and s.table_id = (select (sec.ctx()).table_id);

-- situations.consentDetails
select x.consent_id as id, null as person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.detail as sealed, 1 as version, null as written_at from app.consent_detail x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.consent_id;

-- situations.ledger
select d.id, d.tier, d.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = d.agency_id) as agency, d.basis, to_char(d.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as granted_at, to_char(d.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as revoked_at, d.revoked_because
from app.disclosure d where d.table_id = (select (sec.ctx()).table_id) and d.situation_id = $1 order by d.granted_at, d.id;

-- situations.list.newest
select s.id, s.number, s.stage, to_char(s.opened_month, 'YYYY-MM') as opened_month, s.version, s.year, s.sequence,
  coalesce(t.type, e.type) as type, t.age_band, t.sex, t.risk_factors, o.agency_id as originating_agency_id,
  (select g.agency_id from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id and g.part = 'lead' and g.state in ('asked', 'accepted')) as lead_agency_id,
  m.part as own_part, m.state as own_state, to_char(m.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as contact_due_at,
  coalesce(z.reason, e.reason) as reason
from app.situation s
left join app.tier2 t on t.table_id = s.table_id and t.situation_id = s.id
left join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id
left join app.assignment m on m.table_id = s.table_id and m.situation_id = s.id and m.agency_id = (select (sec.ctx()).agency_id) and m.state in ('asked', 'accepted')
left join app.conclusion z on z.table_id = s.table_id and z.situation_id = s.id
left join app.exit e on e.table_id = s.table_id and e.situation_id = s.id
where s.table_id = (select (sec.ctx()).table_id) and s.stage = any ($1)
  and ($2::text is null or s.number like $2 || '%')
  and ($3::text is null or coalesce(t.type, e.type) = $3) and ($4::text is null or t.age_band = $4) and ($5::text is null or t.sex = $5)
  and ($6::text is null or $6 = any (t.risk_factors)) and ($7::uuid is null or o.agency_id = $7)
  and (not $8::boolean or m.agency_id is not null or o.agency_id = (select (sec.ctx()).agency_id))
  and ($9::integer is null or (s.year, s.sequence) < ($9, $10::integer))
order by s.year desc, s.sequence desc limit $11;

-- situations.list.oldest
select s.id, s.number, s.stage, to_char(s.opened_month, 'YYYY-MM') as opened_month, s.version, s.year, s.sequence,
  coalesce(t.type, e.type) as type, t.age_band, t.sex, t.risk_factors, o.agency_id as originating_agency_id,
  (select g.agency_id from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id and g.part = 'lead' and g.state in ('asked', 'accepted')) as lead_agency_id,
  m.part as own_part, m.state as own_state, to_char(m.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as contact_due_at,
  coalesce(z.reason, e.reason) as reason
from app.situation s
left join app.tier2 t on t.table_id = s.table_id and t.situation_id = s.id
left join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id
left join app.assignment m on m.table_id = s.table_id and m.situation_id = s.id and m.agency_id = (select (sec.ctx()).agency_id) and m.state in ('asked', 'accepted')
left join app.conclusion z on z.table_id = s.table_id and z.situation_id = s.id
left join app.exit e on e.table_id = s.table_id and e.situation_id = s.id
where s.table_id = (select (sec.ctx()).table_id) and s.stage = any ($1)
  and ($2::text is null or s.number like $2 || '%')
  and ($3::text is null or coalesce(t.type, e.type) = $3) and ($4::text is null or t.age_band = $4) and ($5::text is null or t.sex = $5)
  and ($6::text is null or $6 = any (t.risk_factors)) and ($7::uuid is null or o.agency_id = $7)
  and (not $8::boolean or m.agency_id is not null or o.agency_id = (select (sec.ctx()).agency_id))
  and ($9::integer is null or (s.year, s.sequence) > ($9, $10::integer))
order by s.year, s.sequence limit $11;

-- situations.plan
select x.id, null as person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.content as sealed, x.version, null as written_at from app.plan x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.id;

-- situations.reportDetails
select x.report_back_id as id, null as person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.detail as sealed, 1 as version, null as written_at from app.report_back_detail x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.report_back_id;

-- situations.safety
select x.id, null as person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.note as sealed, 1 as version, to_char(x.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as written_at from app.safety_note x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.written_at, x.id;

-- situations.tier3
select x.id, x.person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.identity as sealed, x.version, null as written_at from app.tier3 x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.person_id nulls first, x.id;

-- situations.tier4
select x.id, x.person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.content as sealed, x.version, to_char(x.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as written_at from app.tier4 x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.written_at, x.id;

-- situations.timeline
select p.move, p.stage, to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from app.step p where p.table_id = (select (sec.ctx()).table_id) and p.situation_id = $1 order by p.version;

-- situations.whoSaw
select to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.display_name as who, a.name as agency, w.persona, w.action, w.fields, w.outcome, w.purpose
from app.who_saw($1) w left join sec.app_user u on u.id = w.actor left join sec.agency a on a.id = w.agency order by w.at desc;

-- statistics.classes
select c.type, c.age_band, c.sex, c.conclusion_group, c.remainder, c.records from stats.year_class c where c.year = $1
order by c.remainder, c.type, c.age_band, c.sex, c.conclusion_group;

-- statistics.exports
select e.id, e.year, e.asked_by = (select (sec.ctx()).user_id) as own, to_char(e.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as asked_at,
  to_char(e.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as approved_at, e.approved_as
from stats.export e order by e.asked_at desc, e.id limit 50;

-- statistics.years
select c.year, c.withheld from stats.year_cut c order by c.year desc;
