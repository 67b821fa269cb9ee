-- administration.backups
select b.id, b.kind, to_char(b.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as taken_at, b.rows::float8 as rows, b.keys::float8 as keys, b.bytes::float8 as bytes
from sec.backups($1, $2, $3, $4) b order by b.taken_at desc, b.id desc;

-- administration.epochs
set local enable_sort = off;
select to_char(e.retired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as retired_at, to_char(e.destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as destroyed_at from sec.retired_epoch e order by e.retired_at desc limit $1;

-- administration.overdue
select o.what, to_char(o.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since from sec.overdue() o order by o.since, o.what;

-- administration.parked
select s.id, sec.kind_of_stuck(s.kind) as kind, t.name as table_name, s.label, s.tries, s.code, to_char(s.parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as parked_at
from sec.stuck s left join sec.situation_table t on t.id = s.table_id
where s.parked_at is not null order by s.parked_at, s.id limit $1;

-- agencies.administrationEvents
set local enable_sort = off;
select e.seq, to_timestamp(e.at_us / 1000000.0) as at, e.actor, e.persona, e.action, e.object_type, e.object_id, e.fields, e.outcome, e.request_id
from audit.event e
where e.chain = '00000000-0000-0000-0000-000000000000' and ($1::bigint is null or e.seq < $1)
order by e.seq desc limit $2;

-- agencies.agencies
set local enable_sort = off;
select a.id, a.name, a.sector, a.version, a.ended_at
from sec.agency a
where ($1 or a.ended_at is null) and ($2::text is null or (a.name, a.id) > ($2, $3::uuid))
order by a.name, a.id limit $4;

-- agencies.agency
select a.id, a.name, a.sector, a.version, a.ended_at
from sec.agency a
where a.id = $1;

-- agencies.chains
set local enable_sort = off;
select h.chain, t.name as table_name, h.seq, encode(h.hash, 'hex') as hash
from audit.head h
left join sec.situation_table t on t.id = h.chain
where $1::uuid is null or h.chain > $1
order by h.chain limit $2;

-- agencies.founding
select f.is_founding, f.list, f.list_hash, f.coordinator_confirmed, f.officers_confirmed, f.independent_pair,
  f.confirmed_by_me, f.list_to_see
from sec.founding($1) f;

-- agencies.holidayVersion
select l.version from sec.holiday_list l;

-- agencies.holidays
select to_char(h.on_day, 'YYYY-MM-DD') as on_day, h.name
from sec.holiday h
where h.gone_version is null
order by h.on_day;

-- agencies.invitation
select i.id, i.kind, i.user_id, u.display_name, i.agency_id, i.code_needed, i.officer_id is not null as code_given, i.second_id is not null as confirmed,
  i.code_needed and cardinality(i.voucher_agencies) = 0 as waits_for_administrator, i.face_by is not null as face_to_face,
  i.opens_at, i.expires_at,
  case when i.redeemed_at is not null then 'redeemed' when i.cancelled_at is not null then 'cancelled' when i.expires_at <= clock_timestamp() then 'expired' else 'waiting' end as state,
  to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where i.id = $1;

-- agencies.invitations
set local enable_sort = off;
select i.id, i.kind, i.user_id, u.display_name, i.agency_id, i.code_needed, i.officer_id is not null as code_given, i.second_id is not null as confirmed,
  i.code_needed and cardinality(i.voucher_agencies) = 0 as waits_for_administrator, i.face_by is not null as face_to_face,
  i.opens_at, i.expires_at,
  case when i.redeemed_at is not null then 'redeemed' when i.cancelled_at is not null then 'cancelled' when i.expires_at <= clock_timestamp() then 'expired' else 'waiting' end as state,
  to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where $1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid)
order by i.created_at desc, i.id desc limit $3;

-- agencies.joining
select j.id, j.table_id, t.name as table_name, j.agency_id, a.name as agency_name, j.has_account,
  j.asked_at, j.asked_by = (select (sec.ctx()).user_id) as asked_by_me,
  j.coordinator_id is not null as coordinator_said_yes, j.officer_id is not null as officer_said_yes,
  (select (sec.ctx()).user_id) in (j.coordinator_id, j.officer_id) is true as mine_said_yes,
  to_char(j.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.joining j
join sec.situation_table t on t.id = j.table_id
join sec.agency a on a.id = j.agency_id
where j.id = $1;

-- agencies.joinings
set local enable_sort = off;
select j.id, j.table_id, t.name as table_name, j.agency_id, a.name as agency_name, j.has_account,
  j.asked_at, j.asked_by = (select (sec.ctx()).user_id) as asked_by_me,
  j.coordinator_id is not null as coordinator_said_yes, j.officer_id is not null as officer_said_yes,
  (select (sec.ctx()).user_id) in (j.coordinator_id, j.officer_id) is true as mine_said_yes,
  to_char(j.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.joining j
join sec.situation_table t on t.id = j.table_id
join sec.agency a on a.id = j.agency_id
where j.decision is null and ($1::uuid is null or j.table_id = $1)
  and ($2::timestamptz is null or (j.asked_at, j.id) < ($2, $3::uuid))
order by j.asked_at desc, j.id desc limit $4;

-- agencies.notices
set local enable_sort = off;
select n.id, n.code, n.object_id, n.agency_id, n.number, n.meets_was, n.meets_at, n.created_at, n.seen_at, to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.notice n
where $1::timestamptz is null or (n.created_at, n.id) < ($1, $2::uuid)
order by n.created_at desc, n.id desc limit $3;

-- agencies.ownSeats
select s.id, s.user_id, u.display_name, s.persona, s.table_id, s.agency_id, a.name as agency_name, s.employer_agency_id, s.starts_at, s.ends_at, s.version,
  zone.time_zone,
  to_char((s.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = s.table_id), 'UTC') as time_zone) zone
where s.ends_at > (select sec.domain_now()) and ($1::uuid is null or s.user_id = $1) and ($2::text is null or u.display_name >= $2 and (u.display_name, s.id) > ($2, $3::uuid))
order by u.display_name, s.id limit $4;

-- agencies.places
select p.agency_id, a.name, a.sector, p.has_account, to_char(p.joined_on, 'YYYY-MM-DD') as joined_on
from sec.table_agency p
join sec.agency a on a.id = p.agency_id
where p.table_id = $1 and p.left_at is null
order by a.name, a.id;

-- agencies.refusals
set local enable_sort = off;
select r.minute, encode(substring(r.source from 1 for 8), 'hex') as source, nullif(r.user_id, '00000000-0000-0000-0000-000000000000') as user_id, r.code, r.times,
  concat_ws(' ', to_char(r.minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), encode(r.source, 'hex'), r.user_id, r.code) as place
from sec.refusal r
where $1::timestamptz is null or (r.minute, r.source, r.user_id, r.code) < ($1, decode($2, 'hex'), $3::uuid, $4::text)
order by r.minute desc, r.source desc, r.user_id desc, r.code desc limit $5;

-- agencies.seat
select s.id, s.user_id, u.display_name, s.persona, s.table_id, s.agency_id, a.name as agency_name, s.employer_agency_id, s.starts_at, s.ends_at, s.version,
  zone.time_zone,
  to_char((s.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = s.table_id), 'UTC') as time_zone) zone
where s.id = $1;

-- agencies.seatOffer
select o.id, o.user_id, u.display_name, o.persona, o.table_id, o.agency_id, o.employer_agency_id, o.ends_at, o.renews_seat_id,
  zone.time_zone,
  to_char((o.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on,
  o.offered_by = (select (sec.ctx()).user_id) as offered_by_me, o.offered_at, o.begins_at,
  o.decision is null and sec.waits_for_me(o) as waits_for_me,
  to_char(o.offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.seat_offer o
join sec.app_user u on u.id = o.user_id
cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = o.table_id), 'UTC') as time_zone) zone
where o.id = $1;

-- agencies.seatOffers
set local enable_sort = off;
select o.id, o.user_id, u.display_name, o.persona, o.table_id, o.agency_id, o.employer_agency_id, o.ends_at, o.renews_seat_id,
  zone.time_zone,
  to_char((o.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on,
  o.offered_by = (select (sec.ctx()).user_id) as offered_by_me, o.offered_at, o.begins_at,
  o.decision is null and sec.waits_for_me(o) as waits_for_me,
  to_char(o.offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.seat_offer o
join sec.app_user u on u.id = o.user_id
cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = o.table_id), 'UTC') as time_zone) zone
where o.decision is null and ($1::timestamptz is null or (o.offered_at, o.id) < ($1, $2::uuid))
order by o.offered_at desc, o.id desc limit $3;

-- agencies.seats
set local enable_sort = off;
select s.id, s.user_id, u.display_name, s.persona, s.table_id, s.agency_id, a.name as agency_name, s.employer_agency_id, s.starts_at, s.ends_at, s.version,
  zone.time_zone,
  to_char((s.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = s.table_id), 'UTC') as time_zone) zone
where s.ends_at > (select sec.domain_now()) and ($1::uuid is null or s.user_id = $1) and ($2::text is null or u.display_name >= $2 and (u.display_name, s.id) > ($2, $3::uuid))
order by u.display_name, s.id limit $4;

-- agencies.settingsChange
select c.id, c.table_id, c.identifier_recipients, c.risk_rule, c.retention_months, c.proposed_at, c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  c.administrator_id is not null as administrator_approved, c.second_id is not null as second_approved, c.decision, c.decided_at,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.settings_change c
where c.id = $1;

-- agencies.settingsChanges
set local enable_sort = off;
select c.id, c.table_id, c.identifier_recipients, c.risk_rule, c.retention_months, c.proposed_at, c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  c.administrator_id is not null as administrator_approved, c.second_id is not null as second_approved, c.decision, c.decided_at,
  to_char(c.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.settings_change c
where (not $1 or c.decision is null) and ($2::timestamptz is null or (c.proposed_at, c.id) < ($2, $3::uuid))
order by c.proposed_at desc, c.id desc limit $4;

-- agencies.table
select t.id, t.name, t.region, t.region_code, t.time_zone, rule.days as meeting_days, rule.every_weeks as meeting_every_weeks,
  to_char(rule.anchor_on, 'YYYY-MM-DD') as meeting_anchor_on, to_char(rule.at_time, 'HH24:MI') as meeting_time, t.identifier_recipients, t.risk_rule, t.retention_months, jsonb_build_object('correctionDays', t.correction_days) as settings, t.version, t.ended_at, t.founding,
  t.suggestions,
  (select count(*)::int from sec.seat s where s.table_id = t.id and s.persona = 'coordinator'
    and s.starts_at <= (select sec.domain_now()) and s.ends_at > (select sec.domain_now())) as coordinators
from sec.situation_table t
cross join lateral (
  select r.days, r.every_weeks, r.anchor_on, r.at_time from sec.meeting_rule r
  where r.table_id = t.id and r.from_on <= ((select sec.domain_now()) at time zone t.time_zone)::date
  order by r.from_on desc limit 1
) rule
where t.id = $1;

-- agencies.tableActs
select x.id, x.table_id, x.table_name, x.at, x.what, x.agency_name, x.persona, x.subject_name, x.by_name,
  to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
from sec.table_acts($1, $2, $3) x
order by x.at desc, x.id desc;

-- agencies.tables
set local enable_sort = off;
select t.id, t.name, t.region, t.region_code, t.time_zone, rule.days as meeting_days, rule.every_weeks as meeting_every_weeks,
  to_char(rule.anchor_on, 'YYYY-MM-DD') as meeting_anchor_on, to_char(rule.at_time, 'HH24:MI') as meeting_time, t.identifier_recipients, t.risk_rule, t.retention_months, jsonb_build_object('correctionDays', t.correction_days) as settings, t.version, t.ended_at, t.founding,
  t.suggestions,
  (select count(*)::int from sec.seat s where s.table_id = t.id and s.persona = 'coordinator'
    and s.starts_at <= (select sec.domain_now()) and s.ends_at > (select sec.domain_now())) as coordinators
from sec.situation_table t
cross join lateral (
  select r.days, r.every_weeks, r.anchor_on, r.at_time from sec.meeting_rule r
  where r.table_id = t.id and r.from_on <= ((select sec.domain_now()) at time zone t.time_zone)::date
  order by r.from_on desc limit 1
) rule
where ($1 or t.ended_at is null) and ($2::text is null or (t.name, t.id) > ($2, $3::uuid))
order by t.name, t.id limit $4;

-- agencies.user
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where u.id = $1;

-- agencies.users
set local enable_sort = off;
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where ($1::text is null or u.status = $1) and ($2::text is null or u.sign_in_name > $2)
order by u.sign_in_name limit $3;

-- agencies.webhook
select w.id, w.url, w.events, w.earlier_until, w.made_at, w.failing_since, w.stopped_at, w.version
from sec.webhook w
where w.id = $1;

-- agencies.webhooks
select w.id, w.url, w.events, w.earlier_until, w.made_at, w.failing_since, w.stopped_at, w.version
from sec.webhook w
order by w.made_at, w.id;

-- codebook.change
select c.id, c.kind, c.list, c.code, c.table_id, c.label_en, c.label_fr, c.definition_en, c.definition_fr, c.same_in_both,
  c.group_code, c.theme_code, c.maps_to, to_char(c.active_from, 'YYYY-MM-DD') as active_from,
  to_char(c.active_to, 'YYYY-MM-DD') as active_to, c.state, c.version,
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
  c.group_code, c.theme_code, c.maps_to, to_char(c.active_from, 'YYYY-MM-DD') as active_from,
  to_char(c.active_to, 'YYYY-MM-DD') as active_to, c.state, c.version,
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
  to_char(t.active_from, 'YYYY-MM-DD') as active_from,
  to_char(t.active_to, 'YYYY-MM-DD') as active_to, t.maps_to, t.attributes
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

-- live.changes
select c.seq, c.kind, c.id from app.changed_since($1, $2) c order by c.seq;

-- live.end
select app.chain_end() as seq;

-- meetings.agenda
select e.situation_id, s.number, s.stage, e.section, to_char(e.due_on, 'YYYY-MM-DD') as due_on, e.overdue, e.contact_overdue, e.noted, d.decisions,
  coalesce(x.reason, case when d.decisions && array['concluded', 'withdrawn'] then z.reason end) as reason, coalesce(k.situation_id = s.id, false) as on_the_table, e.version
from app.meeting_named((select (sec.ctx()).table_id), $1) m
left join lateral (
  select p.closed_at from app.meeting p where p.table_id = m.table_id and p.kind = 'regular' and p.closed_at <= m.opened_at
  order by p.closed_at desc limit 1
) before on true
cross join lateral (
  select kept.situation_id, kept.section, kept.position, kept.due_on, kept.overdue, kept.contact_overdue, kept.noted, kept.version from app.agenda_entry kept
   where m.opened_at is not null and kept.table_id = m.table_id and kept.meeting_id = m.id
  union all
  select draft.situation_id, draft.section, draft.position, draft.due_on, draft.overdue, draft.contact_overdue, null, 0 from app.agenda_draft(m.table_id, m.kind) draft
   where m.state = 'scheduled'
) e
cross join lateral (select x.table_id, x.id, x.number, x.stage, x.year, x.sequence from app.situation x where x.table_id = m.table_id and x.id = e.situation_id offset 0) s
cross join lateral (
  select array_remove(array[
      case when e.noted = 'moreInformation' then e.noted end,
      case when e.noted = 'reported' or e.section = 'reportBack' and exists (
        select from app.report_back b where b.table_id = s.table_id and b.situation_id = s.id and b.reported_at <= coalesce(m.closed_at, 'infinity')
          and b.reported_at > coalesce(before.closed_at, '-infinity')
      ) and m.opened_at is not null then 'reported' end], null)
    || app.decided_in(m.id, s.id) as decisions
) d
left join app.meeting_card k on k.table_id = m.table_id and k.meeting_id = m.id
left join lateral (select y.reason from app.exit y where y.table_id = s.table_id and y.situation_id = s.id and y.kind = any (d.decisions) offset 0) x on true
left join lateral (select y.reason from app.conclusion y where y.table_id = s.table_id and y.situation_id = s.id offset 0) z on true
order by e.position, s.year, s.sequence;

-- meetings.attendance
select a.id, a.name, a.sector, ta.has_account, t.mode, coalesce(t.entered_for_agency, false) as entered_for_agency, t.basis, to_char(t.marked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as marked_at, coalesce(t.version, 0) as version
from app.meeting_named((select (sec.ctx()).table_id), $1) m
join sec.table_agency ta on ta.table_id = m.table_id
cross join lateral (select x.id, x.name, x.sector from sec.agency x where x.id = ta.agency_id offset 0) a
left join lateral (select x.agency_id, x.mode, x.entered_for_agency, x.basis, x.marked_at, x.version from app.attendance x
  where x.table_id = m.table_id and x.meeting_id = m.id and x.agency_id = ta.agency_id offset 0) t on true
where ta.left_at is null or t.agency_id is not null
order by a.name, a.id;

-- meetings.card
select s.id as situation_id, s.number, s.stage, k.with_summary and s.id is not null as with_summary, k.shaded, k.version
from app.meeting m
join app.meeting_card k on k.table_id = m.table_id and k.meeting_id = m.id
left join lateral (select x.id, x.number, x.stage from app.situation x where x.table_id = k.table_id and x.id = k.situation_id offset 0) s on true
where m.table_id = (select (sec.ctx()).table_id) and m.id = $1;

-- meetings.coming
select c.id, c.kind, c.state, to_char(c.meets_on, 'YYYY-MM-DD') as meets_on, to_char(c.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as scheduled_for,
  to_char(c.occurs_on, 'YYYY-MM-DD') as rule_on, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as rule_at, c.holiday, c.place, c.version,
  (extract(epoch from c.scheduled_for) * 1000000)::bigint::text as scheduled_us
from (select (sec.ctx()).table_id as id) t
cross join lateral (select sec.today(t.id) as today) now
cross join lateral app.meetings_between(t.id, now.today, now.today + 366) c
left join lateral app.rule_days(t.id, c.occurs_on, c.occurs_on) r on true
where $1::bigint is null
  or (c.scheduled_for, c.id) > (timestamptz 'epoch' + $1::bigint * interval '1 microsecond', $2::uuid)
order by c.scheduled_for, c.id limit $3;

-- meetings.list
set local enable_sort = off;
select m.id, m.kind, to_char(m.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as scheduled_for, to_char(m.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened_at, to_char(m.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as closed_at, m.place, m.version,
  (extract(epoch from m.scheduled_for) * 1000000)::bigint::text as scheduled_us, case when m.closed_at is not null then 'closed' when m.opened_at is not null then 'open' when m.called_off_at is not null then 'calledOff' else 'scheduled' end as state from app.meeting m
where m.table_id = (select (sec.ctx()).table_id) and ($1::text is null or $1 = 'closed' and m.closed_at is not null or $1 = 'open' and m.opened_at is not null and m.closed_at is null
    or $1 in ('scheduled', 'calledOff') and m.opened_at is null and (m.called_off_at is not null) = ($1 = 'calledOff'))
  and ($2::bigint is null or (m.scheduled_for, m.id) < (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
order by m.scheduled_for desc, m.id desc limit $4;

-- meetings.one
select m.id, m.kind, to_char(m.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as scheduled_for, to_char(m.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened_at, to_char(m.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as closed_at, m.place, m.version,
  (extract(epoch from m.scheduled_for) * 1000000)::bigint::text as scheduled_us, m.state from app.meeting_named((select (sec.ctx()).table_id), $1) m;

-- meetings.open
select m.id, m.kind, to_char(m.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as scheduled_for, to_char(m.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened_at, to_char(m.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as closed_at, m.place, m.version,
  (extract(epoch from m.scheduled_for) * 1000000)::bigint::text as scheduled_us, case when m.closed_at is not null then 'closed' when m.opened_at is not null then 'open' when m.called_off_at is not null then 'calledOff' else 'scheduled' end as state from app.meeting m where m.table_id = (select (sec.ctx()).table_id) and m.opened_at is not null and m.closed_at is null;

-- meetings.paper
select to_char(m.meets_on, 'YYYY-MM-DD') as held_on,
  to_char(app.meeting_day_after(m.table_id, m.meets_on), 'YYYY-MM-DD') as next_on,
  c.number::float8 as number, to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as made_at, c.short
from app.meeting_named((select (sec.ctx()).table_id), $1) m
left join app.latest_checkpoint() c on true;

-- meetings.rules
select to_char(r.from_on, 'YYYY-MM-DD') as from_on, r.days, r.every_weeks, to_char(r.anchor_on, 'YYYY-MM-DD') as anchor_on,
  to_char(r.at_time, 'HH24:MI') as at_time, t.time_zone, p.version, r.from_on <= now.today as is_now
from sec.situation_table t
cross join lateral (select sec.today(t.id) as today) now
join sec.meeting_plan p on p.table_id = t.id
join sec.meeting_rule r on r.table_id = t.id
where t.id = (select (sec.ctx()).table_id) and r.from_on >= (
  select max(held.from_on) from sec.meeting_rule held where held.table_id = t.id and held.from_on <= now.today)
order by r.from_on;

-- openings.list
with o as materialized (select x.* from app.openings($1, $2, $3) x),
  named as materialized (select a.id, a.name from (select distinct o.agency_id as id from o) one left join lateral (select x.id, x.name from sec.agency x where x.id = one.id offset 0) a on true)
select o.id, o.situation_id, t.name as table, o.number, a.name as agency, o.purpose, to_char(o.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as asked_at, to_char(o.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as approved_at, o.mine, o.waits, o.readable
from o
left join sec.situation_table t on t.id = o.table_id
left join named a on a.id = o.agency_id
order by o.asked_at desc, o.id desc;

-- privacy.audit
select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.at_us, e.seq, t.name as table, e.number, u.display_name as who, a.name as agency, e.persona, e.action, e.fields, e.outcome, e.purpose, e.late
from app.agency_audit($1, $2, $3, $4) e left join sec.situation_table t on t.id = e.table_id left join sec.app_user u on u.id = e.actor left join sec.agency a on a.id = e.agency_id
order by e.at_us desc, e.seq desc;

-- privacy.auditCounts
select c.month, c.action, c.outcome, c.events::integer as events from app.audit_counts($1, $2, $3, $4) c order by c.month desc, c.action, c.outcome;

-- privacy.consents
select c.id, c.year, c.sequence, c.number, t.name as table, c.given, to_char(c.due_on, 'YYYY-MM-DD') as due_on
from app.agency_consents($1, $2, $3, $4) c left join sec.situation_table t on t.id = c.table_id order by c.year, c.sequence, c.id;

-- privacy.counts
select c.what, c.rows::integer as rows from app.agency_counts() c;

-- privacy.digest
select to_char(d.week_on, 'YYYY-MM-DD') as week_on, d.fresh, d.earlier, d.due, d.holds, d.destroyed from app.agency_digest() d;

-- privacy.ledger
select l.id, l.situation_id, t.name as table, l.number, l.tier, a.name as agency, l.given, l.basis, to_char(l.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as granted_at, to_char(l.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as revoked_at, l.revoked_because
from app.agency_ledger($1, $2, $3) l left join sec.situation_table t on t.id = l.table_id left join sec.agency a on a.id = l.agency_id
order by l.granted_at desc, l.id desc;

-- privacy.reviews
select r.id, t.name as table, r.number, u.display_name as who, r.kind, r.times, to_char(r.first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as first_at, to_char(r.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as last_at, r.called_before, r.mine,
  o.display_name as reviewed_by, to_char(r.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as reviewed_at, r.finding, r.note
from app.agency_reviews($1, $2, $3, $4) r left join sec.situation_table t on t.id = r.table_id left join sec.app_user u on u.id = r.user_id left join sec.app_user o on o.id = r.reviewed_by
order by r.reviewed_at is not null, r.reviewed_at desc nulls last, r.first_at, r.id;

-- retention.certificates
select k.situation_id, t.name as table, k.number, k.because, to_char(k.destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as destroyed_at, k.rows, k.content_hash, k.keys_hash
from app.agency_certificates($1, $2, $3) k left join sec.situation_table t on t.id = k.table_id order by k.destroyed_at desc, k.situation_id desc;

-- retention.due
select d.situation_id, t.name as table, d.number, to_char(d.concluded_on, 'YYYY-MM-DD') as concluded_on, to_char(d.destroy_on, 'YYYY-MM-DD') as destroy_on, d.sealed, d.held, d.early_id
from app.agency_retention($1, $2, $3, $4) d left join sec.situation_table t on t.id = d.table_id order by d.destroy_on, d.situation_id;

-- retention.earlyDestructions
set local enable_sort = off;
select e.id, e.situation_id, s.number, a.name as agency, e.consent, to_char(e.consented_on, 'YYYY-MM-DD') as consented_on, to_char(e.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as asked_at
from (select x.id, x.table_id, x.situation_id, x.agency_id, x.consent, x.consented_on, x.asked_at from app.early_destruction x
  where x.table_id = (select (sec.ctx()).table_id) and ($2::uuid is null or (x.asked_at, x.id) > ($1::timestamptz, $2)) order by x.asked_at, x.id limit $3) e
join app.situation s on s.table_id = e.table_id and s.id = e.situation_id left join sec.agency a on a.id = e.agency_id
order by e.asked_at, e.id limit $3;

-- retention.holdRequests
select r.id, r.situation_id, t.name as table, r.number, r.reason, u.display_name as asked_by, to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as asked_at
from app.agency_hold_requests($1, $2, $3) r left join sec.situation_table t on t.id = r.table_id left join sec.app_user u on u.id = r.asked_by order by r.asked_at, r.id;

-- retention.holds
select h.id, h.situation_id, t.name as table, h.number, h.reason, to_char(h.review_on, 'YYYY-MM-DD') as review_on, h.review_due, to_char(h.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as set_at, to_char(h.lifted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as lifted_at
from app.agency_holds($1, $2, $3, $4) h left join sec.situation_table t on t.id = h.table_id order by h.lifted_at is not null, h.review_on, h.id;

-- retention.holdsOf
select h.id, a.name as agency, h.reason, to_char(h.review_on, 'YYYY-MM-DD') as review_on, to_char(h.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as set_at, to_char(h.lifted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as lifted_at
from app.holds_of($1) h left join sec.agency a on a.id = h.agency_id order by h.set_at, h.id;

-- situations.card
select s.table_id,
  jsonb_build_object('id', s.id, 'number', s.number, 'stage', s.stage, 'openedMonth', to_char(s.opened_month, 'YYYY-MM'), 'version', s.version) as header,
  (select f.facts from app.move_facts(s.id) f) as facts,
  (select jsonb_build_object('agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = o.agency_id), 'onBehalf', o.on_behalf) from app.situation_origin o where o.table_id = s.table_id and o.situation_id = s.id) as origin,
  (select jsonb_build_object('id', u.id, 'name', u.display_name) from app.situation_author w join sec.app_user u on u.id = w.user_id where w.table_id = s.table_id and w.situation_id = s.id) as author,
  (select jsonb_build_object('type', t.type, 'ageBand', t.age_band, 'sex', t.sex, 'interpreterNeeded', t.interpreter_needed, 'riskFactors', t.risk_factors, 'studyFlags', t.study_flags, 'protectiveFactors', t.protective_factors, 'sectors', t.sectors, 'ownMeans', t.own_means, 'version', t.version) from app.tier2 t where t.table_id = s.table_id and t.situation_id = s.id) as tier2,
  (select jsonb_build_object('sealed', translate(encode(x.summary, 'base64'), E'\n', ''), 'version', x.version) from app.tier2_text x where x.table_id = s.table_id and x.situation_id = s.id) as summary,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'ageBand', p.age_band, 'sex', p.sex, 'riskFactors', p.risk_factors, 'version', p.version) order by p.place, p.id) from app.affected_person p where p.table_id = s.table_id and p.situation_id = s.id), '[]') as persons,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = n.agency_id), 'sealed', translate(encode(n.note, 'base64'), E'\n', ''), 'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.written_at, n.id) from app.discussion_note n where n.table_id = s.table_id and n.situation_id = s.id), '[]') as notes,
  (select jsonb_build_object('fourPoints', r.four_points, 'decidedBy', r.decided_by, 'agenciesPresent', r.agencies_present, 'recordedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id) as risk,
  coalesce((select jsonb_agg(jsonb_build_object('agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = w.agency_id), 'agencyId', w.agency_id, 'round', w.round, 'answer', w.answer, 'canHelp', w.can_help, 'enteredForAgency', w.entered_for_agency) order by w.round, w.answered_at, w.agency_id) from app.answer w where w.table_id = s.table_id and w.situation_id = s.id), '[]') as answers,
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'agency', (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = g.agency_id), 'role', g.role, 'state', g.state, 'askedAt', to_char(g.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'contactDueAt', to_char(g.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answeredAt', to_char(g.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'answeredForAgency', g.answered_for_agency) order by g.asked_at, g.role desc, g.id) from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id), '[]') as assignments,
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
set local enable_sort = off;
select s.id, s.number, s.stage, to_char(s.opened_month, 'YYYY-MM') as opened_month, s.version, s.year, s.sequence,
  coalesce(t.type, e.type) as type, t.age_band, t.sex, t.risk_factors, o.agency_id as originating_agency_id,
  (select g.agency_id from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id and g.role = 'lead' and g.state in ('asked', 'accepted')) as lead_agency_id,
  m.role as own_role, m.state as own_state, to_char(m.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as contact_due_at,
  coalesce(z.reason, e.reason) as reason
from app.situation s
left join app.tier2 t on t.table_id = s.table_id and t.situation_id = s.id
left join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id
left join lateral (
  select a.agency_id, a.role, a.state, case when not exists (select from app.report_back b where b.table_id = a.table_id
      and b.situation_id = a.situation_id and b.agency_id = a.agency_id and b.reported_at >= a.answered_at) then a.contact_due_at end as contact_due_at
  from app.assignment a
  where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = (select (sec.ctx()).agency_id) and a.state in ('asked', 'accepted') offset 0) m on true
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
set local enable_sort = off;
select s.id, s.number, s.stage, to_char(s.opened_month, 'YYYY-MM') as opened_month, s.version, s.year, s.sequence,
  coalesce(t.type, e.type) as type, t.age_band, t.sex, t.risk_factors, o.agency_id as originating_agency_id,
  (select g.agency_id from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id and g.role = 'lead' and g.state in ('asked', 'accepted')) as lead_agency_id,
  m.role as own_role, m.state as own_state, to_char(m.contact_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as contact_due_at,
  coalesce(z.reason, e.reason) as reason
from app.situation s
left join app.tier2 t on t.table_id = s.table_id and t.situation_id = s.id
left join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id
left join lateral (
  select a.agency_id, a.role, a.state, case when not exists (select from app.report_back b where b.table_id = a.table_id
      and b.situation_id = a.situation_id and b.agency_id = a.agency_id and b.reported_at >= a.answered_at) then a.contact_due_at end as contact_due_at
  from app.assignment a
  where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = (select (sec.ctx()).agency_id) and a.state in ('asked', 'accepted') offset 0) m on true
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
select x.id, x.person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.identity as sealed, x.version, null as written_at from app.tier3 x
left join app.affected_person p on p.table_id = x.table_id and p.situation_id = x.situation_id and p.id = x.person_id
where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by p.place nulls first, x.person_id nulls first, x.id;

-- situations.tier4
select x.id, x.person_id, x.agency_id, (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = x.agency_id) as agency, x.content as sealed, x.version, to_char(x.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as written_at from app.tier4 x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 order by x.written_at, x.id;

-- situations.timeline
select p.move, p.stage, to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from app.step p where p.table_id = (select (sec.ctx()).table_id) and p.situation_id = $1 order by p.version;

-- situations.whoSaw
select w.seq, to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, u.display_name as who, a.name as agency, w.persona, w.action, w.fields, w.outcome, w.purpose
from app.who_saw($1, $2, $3) w
left join sec.app_user u on u.id = w.actor
left join lateral (select x.name from sec.agency x where x.id = w.agency offset 0) a on true
order by w.seq desc;

-- statistics.classes
select c.type, c.age_band, c.sex, c.conclusion_group, c.remainder, c.records from stats.year_class c where c.year = $1
order by c.remainder, c.type, c.age_band, c.sex, c.conclusion_group;

-- statistics.export
select e.id, e.year, e.asked_by = (select (sec.ctx()).user_id) as own, to_char(e.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as asked_at,
  to_char(e.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as approved_at, e.approved_as
from stats.export e where e.id = $1;

-- statistics.exports
set local enable_sort = off;
select e.id, e.year, e.asked_by = (select (sec.ctx()).user_id) as own, to_char(e.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as asked_at,
  to_char(e.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as approved_at, e.approved_as
from stats.export e where $2::uuid is null or (e.asked_at, e.id) < ($1::timestamptz, $2) order by e.asked_at desc, e.id desc limit $3;

-- statistics.years
select c.year, c.withheld from stats.year_cut c order by c.year desc;

-- tasks.agency
select t.id, t.kind, st.name as table, t.situation_id, t.number as number,
  (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = t.agency_id) as agency, t.role, t.because, to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as opened_at,
  to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due_at, coalesce(t.due_at <= sec.domain_now(), false) as due
from app.agency_tasks($1, $2, $3) t
join sec.situation_table st on st.id = t.table_id
order by t.opened_at, t.id;

-- tasks.table
set local enable_sort = off;
select t.id, t.kind, st.name as table, t.situation_id, s.number as number,
  (select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = t.agency_id) as agency, t.role, t.because, to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as opened_at,
  to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due_at, coalesce(t.due_at <= sec.domain_now(), false) as due
from app.task t
join sec.situation_table st on st.id = t.table_id
left join lateral (select x.number from app.situation x where x.table_id = t.table_id and x.id = t.situation_id offset 0) s on true
where t.table_id = (select (sec.ctx()).table_id) and t.closed_at is null
  and ($1::timestamptz is null or (t.opened_at, t.id) > ($1::timestamptz, $2::uuid))
order by t.opened_at, t.id limit $3;

-- week.coordinator.done
select s.id as situation_id, s.number, to_char(z.concluded_on, 'YYYY-MM-DD') as concluded_on, z.reason
from (select x.table_id, x.situation_id, x.concluded_on, x.reason from app.conclusion x
  where x.table_id = (select (sec.ctx()).table_id) and x.concluded_on >= sec.today((select (sec.ctx()).table_id)) - 30 offset 0) z
cross join lateral (select x.table_id, x.id, x.number, x.year, x.sequence from app.situation x
  where x.table_id = z.table_id and x.id = z.situation_id and x.stage = 'concluded' offset 0) s
order by z.concluded_on desc, s.year desc, s.sequence desc limit 101;

-- week.coordinator.tasks
select w.kind, w.situation_id, s.number, w.role, a.id as agency_id, a.name as agency_name, to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at, to_char(w.due_on, 'YYYY-MM-DD') as due_on, d.overdue
from (
  select case when round.move = 'closeRound' then 'assign' else 'closeRound' end as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id,
    null::timestamptz as due_at, null::date as due_on
  from app.situation s cross join lateral (select p.move, p.at from app.step p where p.table_id = s.table_id and p.situation_id = s.id
    and (p.move in ('releaseIdentifiers', 'releaseAgain', 'closeRound') or p.move = 'declineAssignment' and p.stage = 'limited') order by p.version desc limit 1) round where s.table_id = (select (sec.ctx()).table_id) and s.stage = 'limited'
  union all
  select 'assignAgain', a.table_id, a.situation_id, a.role, a.agency_id, null, null from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('planning') offset 0) s
  cross join lateral (select x.table_id, x.situation_id, x.role, x.agency_id, x.answered_at from app.assignment x where x.table_id = s.table_id and x.situation_id = s.id and x.state in ('declined', 'returned') offset 0) a
  where not exists (select from app.assignment later where later.table_id = a.table_id and later.situation_id = a.situation_id and later.role = a.role and later.asked_at >= a.answered_at)
  union all
  select 'confirmLead' as kind, p.table_id, p.situation_id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('intervention') offset 0) s
  cross join lateral (select x.table_id, x.situation_id, x.version from app.step x where x.table_id = s.table_id and x.situation_id = s.id and x.move = 'proposeLead' offset 0) p
  where not exists (select from app.step later where later.table_id = p.table_id and later.situation_id = p.situation_id
    and later.version > p.version and later.move in ('proposeLead', 'confirmLead'))
  union all
  select 'conclude' as kind, q.table_id, q.situation_id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('intervention') offset 0) s
  cross join lateral (select x.table_id, x.situation_id from app.conclusion_proposal x where x.table_id = s.table_id and x.situation_id = s.id and true offset 0) q
  union all
  select case when c.overdue then 'overdueReportBack' else 'overdueContact' end, (select (sec.ctx()).table_id), c.situation_id, c.role, c.agency_id,
    case when not c.overdue then c.contact_due_at end, case when c.overdue then c.due_on end
  from app.reports_due((select (sec.ctx()).table_id)) c where c.overdue or c.contact_overdue
) w
cross join lateral (select x.number, x.year, x.sequence from app.situation x where x.table_id = w.table_id and x.id = w.situation_id offset 0) s
join sec.situation_table t on t.id = w.table_id
left join lateral (select x.id, x.name from sec.agency x where x.id = w.agency_id offset 0) a on true
cross join lateral (
  select coalesce(w.due_at < sec.domain_now(), w.due_on < sec.today(w.table_id), false) as overdue
) d
order by d.overdue desc, coalesce(w.due_at, (w.due_on + 1)::timestamp at time zone t.time_zone) nulls last, s.year, s.sequence, w.kind, a.name limit 201;

-- week.coordinator.waits
select w.kind, w.situation_id, s.number, w.role, a.id as agency_id, a.name as agency_name, to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at, to_char(w.due_on, 'YYYY-MM-DD') as due_on, d.overdue
from (
  select 'releaseIdentifiers' as kind, r.table_id, r.situation_id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('deidentified') offset 0) s
  cross join lateral (select x.table_id, x.situation_id from app.risk_decision x where x.table_id = s.table_id and x.situation_id = s.id and true offset 0) r
  union all
  select 'confirmOnBehalf' as kind, o.table_id, o.situation_id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0) s
  cross join lateral (select x.table_id, x.situation_id from app.situation_origin x where x.table_id = s.table_id and x.situation_id = s.id and x.on_behalf = 'unconfirmed' offset 0) o
  union all
  select 'acceptance' as kind, a.table_id, a.situation_id, a.role, a.agency_id, a.asked_at + interval '12 hours' as due_at, null::date as due_on from app.assignment a where a.table_id = (select (sec.ctx()).table_id) and a.state = 'asked'
) w
cross join lateral (select x.number, x.year, x.sequence from app.situation x where x.table_id = w.table_id and x.id = w.situation_id offset 0) s
join sec.situation_table t on t.id = w.table_id
left join lateral (select x.id, x.name from sec.agency x where x.id = w.agency_id offset 0) a on true
cross join lateral (
  select coalesce(w.due_at < sec.domain_now(), w.due_on < sec.today(w.table_id), false) as overdue
) d
order by d.overdue desc, coalesce(w.due_at, (w.due_on + 1)::timestamp at time zone t.time_zone) nulls last, s.year, s.sequence, w.kind, a.name limit 201;

-- week.nextMeeting
select to_char(n.meets_on, 'YYYY-MM-DD') as next_on, to_char(n.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as next_at,
  to_char(e.scheduled_for at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as emergency_at
from app.next_meeting((select (sec.ctx()).table_id)) n
left join app.next_meeting((select (sec.ctx()).table_id), 'emergency') e on e.scheduled_for < n.scheduled_for;

-- week.rep.done
select s.id as situation_id, s.number, to_char(z.concluded_on, 'YYYY-MM-DD') as concluded_on, z.reason
from (select x.table_id, x.situation_id, x.concluded_on, x.reason from app.conclusion x
  where x.table_id = (select (sec.ctx()).table_id) and x.concluded_on >= sec.today((select (sec.ctx()).table_id)) - 30 offset 0) z
cross join lateral (select x.table_id, x.id, x.number, x.year, x.sequence from app.situation x
  where x.table_id = z.table_id and x.id = z.situation_id and x.stage = 'concluded' offset 0) s
where (app.originated_here(s.id) or exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4 offset 0))
order by z.concluded_on desc, s.year desc, s.sequence desc limit 101;

-- week.rep.drafts
select k.id, to_char(k.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at from app.screening k
where k.table_id = (select (sec.ctx()).table_id) and k.agency_id = (select (sec.ctx()).agency_id) order by k.updated_at desc, k.id limit 51;

-- week.rep.tasks
select w.kind, w.situation_id, s.number, w.role, a.id as agency_id, a.name as agency_name, to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at, to_char(w.due_on, 'YYYY-MM-DD') as due_on, d.overdue
from (
  select 'answerAssignment' as kind, a.table_id, a.situation_id, a.role, null::uuid as agency_id, a.asked_at + interval '12 hours' as due_at, null::date as due_on
  from app.assignment a where a.table_id = (select (sec.ctx()).table_id) and a.agency_id = (select (sec.ctx()).agency_id) and a.state = 'asked'
  union all
  select case when s.is_contact then 'firstContact' else 'reportBack' end, (select (sec.ctx()).table_id), c.situation_id, c.role, null,
    case when s.is_contact then c.contact_due_at end, case when not s.is_contact then c.due_on end
  from app.reports_due((select (sec.ctx()).table_id)) c
  cross join lateral (select c.reported_at is null and (c.contact_overdue or not c.overdue) as is_contact) s
  where c.agency_id = (select (sec.ctx()).agency_id)
    and (c.reported_at is null or c.due_on <= (select n.meets_on from app.next_meeting((select (sec.ctx()).table_id)) n))
  union all
  select 'answerRound' as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('limited') offset 0) s cross join lateral (select p.move, p.at from app.step p where p.table_id = s.table_id and p.situation_id = s.id
    and (p.move in ('releaseIdentifiers', 'releaseAgain', 'closeRound') or p.move = 'declineAssignment' and p.stage = 'limited') order by p.version desc limit 1) round
  where round.move <> 'closeRound' and not app.originated_here(s.id)
    and not exists (select from app.answer x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = (select (sec.ctx()).agency_id) and x.answered_at >= round.at)
  union all
  select 'releaseIdentifiers' as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('deidentified') offset 0) s
  cross join lateral (select x.on_behalf from app.situation_origin x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = (select (sec.ctx()).agency_id) offset 0) o
  where true and o.on_behalf <> 'unconfirmed' and exists (select from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id)
  union all
  select 'confirmOnBehalf' as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('deidentified') offset 0) s
  cross join lateral (select x.on_behalf from app.situation_origin x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = (select (sec.ctx()).agency_id) offset 0) o
  where true and o.on_behalf = 'unconfirmed'
) w
cross join lateral (select x.number, x.year, x.sequence from app.situation x where x.table_id = w.table_id and x.id = w.situation_id offset 0) s
join sec.situation_table t on t.id = w.table_id
left join lateral (select x.id, x.name from sec.agency x where x.id = w.agency_id offset 0) a on true
cross join lateral (
  select coalesce(w.due_at < sec.domain_now(), w.due_on < sec.today(w.table_id), false) as overdue
) d
order by d.overdue desc, coalesce(w.due_at, (w.due_on + 1)::timestamp at time zone t.time_zone) nulls last, s.year, s.sequence, w.kind, a.name limit 201;

-- week.rep.waits
select w.kind, w.situation_id, s.number, w.role, a.id as agency_id, a.name as agency_name, to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at, to_char(w.due_on, 'YYYY-MM-DD') as due_on, d.overdue
from (
  select 'tableDecision' as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id, null::timestamptz as due_at, null::date as due_on from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('deidentified') offset 0) s
  cross join lateral (select x.on_behalf from app.situation_origin x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = (select (sec.ctx()).agency_id) offset 0) o
  where true and not exists (select from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id)
  union all
  select case when round.move = 'closeRound' then 'assignment' else 'answers' end, s.table_id, s.id, null, null, null, null
  from (select s.table_id, s.id from (select x.table_id, x.id from app.situation x where x.table_id = (select (sec.ctx()).table_id) and x.stage in ('limited') offset 0) s
  cross join lateral (select x.on_behalf from app.situation_origin x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = (select (sec.ctx()).agency_id) offset 0) o
  where true) s cross join lateral (select p.move, p.at from app.step p where p.table_id = s.table_id and p.situation_id = s.id
    and (p.move in ('releaseIdentifiers', 'releaseAgain', 'closeRound') or p.move = 'declineAssignment' and p.stage = 'limited') order by p.version desc limit 1) round
  union all
  select 'acceptance' as kind, a.table_id, a.situation_id, a.role, a.agency_id, a.asked_at + interval '12 hours' as due_at, null::date as due_on from app.assignment a
  where a.table_id = (select (sec.ctx()).table_id) and a.state = 'asked' and a.agency_id <> (select (sec.ctx()).agency_id)
    and (app.originated_here(a.situation_id) or exists (select from app.assignment own where own.table_id = a.table_id and own.situation_id = a.situation_id
      and own.agency_id = (select (sec.ctx()).agency_id) and own.state = 'accepted'))
) w
cross join lateral (select x.number, x.year, x.sequence from app.situation x where x.table_id = w.table_id and x.id = w.situation_id offset 0) s
join sec.situation_table t on t.id = w.table_id
left join lateral (select x.id, x.name from sec.agency x where x.id = w.agency_id offset 0) a on true
cross join lateral (
  select coalesce(w.due_at < sec.domain_now(), w.due_on < sec.today(w.table_id), false) as overdue
) d
order by d.overdue desc, coalesce(w.due_at, (w.due_on + 1)::timestamp at time zone t.time_zone) nulls last, s.year, s.sequence, w.kind, a.name limit 201;
