import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a situation begins, how its keys are handed out, and what every change of its content records. */
export class BringAndKeys1764000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.require_code(p_list text, p_code text) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if p_code is not null and not app.code_active(p_list, p_code) then raise exception 'code.notActive' using errcode = 'P0001', detail = p_list; end if;
end $$;
create function app.require_codes(p_list text, p_codes text[]) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if cardinality(p_codes) <> (select count(distinct x) from unnest(p_codes) x) then raise exception 'code.twice' using errcode = 'P0001', detail = p_list; end if;
  perform app.require_code(p_list, x) from unnest(p_codes) x;
end $$;

-- Codes are checked when they are chosen: a correction of something else may keep a term that was retired since.
create function app.check_tier2() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare fresh boolean := tg_op = 'INSERT';
begin
  if fresh or new.type is distinct from old.type then perform app.require_code('situationType', new.type); end if;
  if fresh or new.age_band is distinct from old.age_band then perform app.require_code('ageBand', new.age_band); end if;
  if fresh or new.sex is distinct from old.sex then perform app.require_code('sex', new.sex); end if;
  if fresh or new.risk_factors is distinct from old.risk_factors then perform app.require_codes('riskFactor', app.chosen_anew(new.risk_factors, case when fresh then '{}' else old.risk_factors end)); end if;
  if fresh or new.study_flags is distinct from old.study_flags then perform app.require_codes('studyFlag', app.chosen_anew(new.study_flags, case when fresh then '{}' else old.study_flags end)); end if;
  if fresh or new.protective_factors is distinct from old.protective_factors then perform app.require_codes('protectiveFactor', app.chosen_anew(new.protective_factors, case when fresh then '{}' else old.protective_factors end)); end if;
  if fresh or new.sectors is distinct from old.sectors then perform app.require_codes('sector', app.chosen_anew(new.sectors, case when fresh then '{}' else old.sectors end)); end if;
  if fresh then perform app.require_codes('ownMeans', new.own_means); else new.version := old.version + 1; end if;
  return new;
end $$;
create function app.chosen_anew(p_new text[], p_old text[]) returns text[] language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(x), '{}') from unnest(p_new) x where not x = any (p_old) $$;
create trigger check_tier2 before insert or update on app.tier2 for each row execute function app.check_tier2();

create function app.check_person() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('ageBand', new.age_band);
  perform app.require_code('sex', new.sex);
  perform app.require_codes('riskFactor', new.risk_factors);
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
create trigger check_person before insert or update on app.affected_person for each row execute function app.check_person();

create function app.check_service() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('serviceType', new.service);
  if tg_table_name = 'service_mobilized' then perform app.require_code('mobilization', to_jsonb(new) ->> 'mobilization'); end if;
  return new;
end $$;
-- The month is the one that the table's calendar shows.
create function app.month_of_table() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.month := coalesce(new.month, date_trunc('month', sec.today(new.table_id)::timestamp)::date);
  return new;
end $$;
create trigger month_of_table before insert on app.service_mobilized for each row execute function app.month_of_table();
create trigger month_of_table before insert on app.gap for each row execute function app.month_of_table();
create trigger check_service before insert on app.service_mobilized for each row execute function app.check_service();
create trigger check_service before insert on app.gap for each row execute function app.check_service();

create function app.check_report() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin perform app.require_code('reportBack', new.status); return new; end $$;
create trigger check_report before insert on app.report_back for each row execute function app.check_report();

create function app.check_consent() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin perform app.require_code('consentState', new.state); return new; end $$;
create trigger check_consent before insert on app.consent for each row execute function app.check_consent();

create function app.bump_version() returns trigger language plpgsql set search_path = pg_catalog as $$
begin new.version := old.version + 1; return new; end $$;
create trigger bump_version before update on app.tier2_text for each row execute function app.bump_version();
create trigger bump_version before update on app.tier3 for each row execute function app.bump_version();
create trigger bump_version before update on app.tier4 for each row execute function app.bump_version();
create trigger bump_version before update on app.plan for each row execute function app.bump_version();
create function app.touch_screening() returns trigger language plpgsql set search_path = pg_catalog as $$
begin new.version := old.version + 1; new.updated_at := sec.domain_now(); return new; end $$;
-- Of what the agency wrote; a key wrapped anew is no change of it.
create trigger touch_screening before update of content on app.screening for each row execute function app.touch_screening();

-- Every change of content by a persona is an event; the owner's own functions record what they do themselves.
create function app.record_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb := to_jsonb(coalesce(new, old)); about uuid;
begin
  if (sec.ctx()).persona is null then return null; end if;
  about := coalesce(row ->> 'situation_id', row ->> 'id')::uuid;
  perform audit.record(tg_argv[0] || '.' || lower(tg_op), case tg_table_name when 'screening' then 'screening' else 'situation' end, about, array[tg_argv[1]], 'allow');
  return null;
end $$;
create trigger record_change after insert or update of content on app.screening for each row execute function app.record_change('screening', 'T1');
create trigger record_change after update on app.tier2 for each row execute function app.record_change('tier2', 'T2');
create trigger record_change after update on app.tier2_text for each row execute function app.record_change('summary', 'T2');
create trigger record_change after insert or update on app.affected_person for each row execute function app.record_change('person', 'T2');
create trigger record_change after insert on app.discussion_note for each row execute function app.record_change('note', 'T2');
create trigger record_change after insert or update on app.tier3 for each row execute function app.record_change('tier3', 'T3');
create trigger record_change after insert or update on app.tier4 for each row execute function app.record_change('tier4', 'T4');
create trigger record_change after insert or update on app.plan for each row execute function app.record_change('plan', 'T4');
create trigger record_change after insert on app.safety_note for each row execute function app.record_change('safetyNote', 'T4');
create trigger record_change after insert on app.consent for each row execute function app.record_change('consent', 'consent');
create trigger record_change after insert on app.consent_detail for each row execute function app.record_change('consentDetail', 'T4');
create trigger record_change after insert on app.report_back for each row execute function app.record_change('reportBack', 'status');
create trigger record_change after insert on app.report_back_detail for each row execute function app.record_change('reportBackDetail', 'T4');
create trigger record_change after insert on app.service_mobilized for each row execute function app.record_change('service', 'status');
create trigger record_change after insert on app.gap for each row execute function app.record_change('gap', 'status');

-- No event, no key: the key of a screening, for the agency whose screening it is.
create function app.open_screening(p_screening uuid, p_purpose text) returns table (wrapped bytea, epoch_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id and screening.id = p_screening;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('screening.open', 'screening', p_screening, array['T1'], 'allow', p_purpose);
  return query select k.wrapped_key, k.epoch_id;
end $$;

-- The first identity that a session opens wants a fresh proof; what is opened after it in that session does not.
create function app.opens_identities(p_session uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from sec.session where session.id = p_session and session.tiers_opened_at is not null) then return; end if;
  if not sec.stepped_up() then raise exception 'account.stepUp.needed'; end if;
  update sec.session set tiers_opened_at = clock_timestamp() where session.id = p_session and session.tiers_opened_at is null;
end $$;

-- No event, no key: the key of a tier, for whoever may read or write that tier now. T2 is recorded once a seat, situation and session.
create function app.open_tier(p_situation uuid, p_tier smallint, p_purpose text) returns table (wrapped bytea, epoch_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; originating boolean; held boolean; allowed boolean;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation and not situation.hidden;
  if not found or c.persona not in ('rep', 'coordinator') then raise exception 'not found' using errcode = 'P0002'; end if;
  originating := c.persona = 'rep' and app.originated_here(p_situation);
  held := c.persona = 'rep' and exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = c.agency_id and d.tier = p_tier and d.revoked_at is null);
  allowed := case p_tier
    when 2 then s.stage in ('deidentified', 'limited', 'planning', 'intervention')
    when 3 then (originating and s.stage in ('deidentified', 'limited', 'planning', 'intervention')) or (held and s.stage in ('limited', 'planning', 'intervention'))
    when 4 then s.stage in ('planning', 'intervention') and (originating or held)
      or s.stage = 'limited' and originating and p_purpose = 'consent'
    else false end;
  if not allowed then
    perform audit.record('tier.open', 'situation', p_situation, array['T' || p_tier], 'hide', p_purpose);
    return;
  end if;
  if p_tier = 2 then
    perform from audit.first_reads(c.session_id, c.seat_id, array[p_situation]);
    if found then perform audit.record('tier.open', 'situation', p_situation, array['T2'], 'allow', p_purpose); end if;
  else
    perform app.opens_identities(c.session_id);
    perform audit.record('tier.open', 'situation', p_situation, array['T' || p_tier], 'allow', p_purpose);
    if p_purpose = 'read' then perform app.watch_opening(p_situation); end if;
  end if;
  return query select tier_key.wrapped, tier_key.epoch_id from app.tier_key where tier_key.table_id = s.table_id and tier_key.situation_id = s.id and tier_key.tier = p_tier;
end $$;

-- First T2 reads of a list, once a seat, situation and session.
create function app.note_reads(p_situations uuid[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); seen uuid;
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then return; end if;
  for seen in select audit.first_reads(c.session_id, c.seat_id,
    array(select situation.id from app.situation where situation.table_id = c.table_id and situation.id = any (p_situations) and not situation.hidden))
  loop perform audit.record('tier.list', 'situation', seen, array['T2'], 'allow'); end loop;
end $$;

create function app.next_number(p_table uuid, p_today date, out year integer, out sequence integer) language plpgsql security definer set search_path = pg_catalog as $$
begin
  year := extract(year from p_today);
  insert into app.number_counter as n (table_id, year, last) values (p_table, next_number.year, 1)
  on conflict on constraint number_counter_pkey do update set last = n.last + 1 returning n.last into sequence;
end $$;

-- Filter 1 to 2: the private screening ends, a numbered situation begins. Text and keys come sealed from the application.
-- p: type, ageBand, sex, riskFactors, studyFlags, protectiveFactors, sectors, ownMeans, persons [{id, ageBand, sex, riskFactors}],
-- guardVersion (of the guard that let the summary pass)
create function app.begin_situation(p_move text, p_id uuid, p_agency uuid, p_author uuid, p_on_behalf text, p_request jsonb, p jsonb, p_summary bytea, p_keys jsonb)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); m app.move; n record; s app.situation; reason text; facts jsonb; today date := sec.today(c.table_id);
begin
  perform sec.still_entered();
  perform sec.found_table(c.table_id);
  select move.* into strict m from app.move where move.name = p_move;
  facts := jsonb_build_object('stage', 'screening', 'parts', case c.persona when 'coordinator' then '["coordinator"]'::jsonb else '["seated", "originating"]'::jsonb end,
    'riskFactors', coalesce(p -> 'riskFactors', '[]'), 'assignments', '[]'::jsonb, 'viewerAgency', c.agency_id,
    'agenciesAtTable', (select coalesce(jsonb_agg(ta.agency_id), '[]') from sec.table_agency ta where ta.table_id = c.table_id and ta.left_at is null));
  reason := app.refusal(m, null, facts, p_request);
  if reason is not null then raise exception 'move.%', reason using errcode = 'P0001'; end if;
  select * into n from app.next_number(c.table_id, today);
  insert into app.situation (table_id, id, year, sequence, stage, opened_month) values (c.table_id, p_id, n.year, n.sequence, 'deidentified', date_trunc('month', today::timestamp)::date) returning * into s;
  insert into app.workflow (table_id, situation_id, brought_at) values (c.table_id, p_id, sec.domain_now());
  insert into app.situation_origin (table_id, situation_id, agency_id, on_behalf) values (c.table_id, p_id, p_agency, p_on_behalf);
  insert into app.situation_author (table_id, situation_id, user_id) values (c.table_id, p_id, p_author);
  insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors, study_flags, protective_factors, sectors, own_means)
  values (c.table_id, p_id, p ->> 'type', p ->> 'ageBand', p ->> 'sex', app.texts(p, 'riskFactors'), app.texts(p, 'studyFlags'), app.texts(p, 'protectiveFactors'), app.texts(p, 'sectors'), app.texts(p, 'ownMeans'));
  insert into app.tier2_text (table_id, situation_id, summary, guard_version)
  values (c.table_id, p_id, p_summary, case when p_summary is not null then (p ->> 'guardVersion')::smallint end);
  insert into app.affected_person (table_id, situation_id, id, age_band, sex, risk_factors)
  select c.table_id, p_id, (person ->> 'id')::uuid, person ->> 'ageBand', person ->> 'sex', app.texts(person, 'riskFactors') from jsonb_array_elements(coalesce(p -> 'persons', '[]')) person;
  insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id)
  select c.table_id, p_id, (k ->> 'tier')::smallint, decode(k ->> 'wrapped', 'base64'), k ->> 'epochId' from jsonb_array_elements(p_keys) k;
  insert into app.step (table_id, situation_id, version, move, stage, at) values (c.table_id, p_id, 1, p_move, 'deidentified', sec.domain_now());
  perform audit.record('situation.' || p_move, 'situation', p_id, '{}', 'allow', null, jsonb_build_object('to', 'deidentified', 'for', p_request ->> 'agency'));
  return s.number;
end $$;
create function app.texts(p jsonb, p_key text) returns text[] language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(x order by x), '{}') from jsonb_array_elements_text(coalesce(p -> p_key, '[]')) x $$;

create function app.bring_to_table(p_screening uuid, p_version integer, p_id uuid, p_request jsonb, p jsonb, p_summary bytea, p_keys jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening; number text;
begin
  if c.persona is distinct from 'rep' then raise exception 'not for this seat' using errcode = '42501'; end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id and screening.id = p_screening for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  number := app.begin_situation('bringToTable', p_id, c.agency_id, c.user_id, 'no', p_request, p, p_summary, p_keys);
  delete from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id and screening.id = p_screening;
  return number;
end $$;

create function app.bring_on_behalf(p_id uuid, p_request jsonb, p jsonb, p_summary bytea, p_keys jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'coordinator' then raise exception 'not for this seat' using errcode = '42501'; end if;
  return app.begin_situation('bringOnBehalf', p_id, (p_request ->> 'agency')::uuid, c.user_id, 'unconfirmed', p_request, p, p_summary, p_keys);
end $$;

-- A dropped screening leaves nothing but the event that it was dropped.
create function app.drop_screening(p_screening uuid, p_version integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id and screening.id = p_screening for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  delete from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id and screening.id = p_screening;
  perform audit.record('screening.drop', 'screening', p_screening, array['T1'], 'allow');
end $$;

-- Who saw this: openings of one situation by anybody, and what the own people did, for the agency that brought it (matrix row 32).
-- What others answered, planned or wrote is not told by its time either.
create function app.who_saw(p_situation uuid, p_before bigint, p_limit integer) returns table (seq bigint, at timestamptz, actor uuid, agency uuid, persona text, action text, fields text[], outcome text, purpose text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if not exists (select from app.situation s where s.table_id = c.table_id and s.id = p_situation and not s.hidden) then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.persona is distinct from 'rep' or not app.originated_here(p_situation) then raise exception 'permission.refused' using errcode = 'P0001'; end if;
  perform audit.record('audit.read', 'situation', p_situation, '{}', 'allow');
  return query select e.seq, to_timestamp(e.at_us / 1000000.0), e.actor, e.agency, e.persona, e.action, e.fields, e.outcome, e.purpose
    from audit.event e where e.chain = c.table_id and e.object_id = p_situation and (audit.is_opening(e.action) or e.agency = c.agency_id)
      and (p_before is null or e.seq < p_before)
      -- That there is a youth-justice item is for those whom it names (row 19), and for whoever wrote it.
      and (not 'youth' = any (e.fields) or e.actor = c.user_id or app.named_for(p_situation, (e.detail::jsonb ->> 'item')::uuid))
    order by e.seq desc limit p_limit;
end $$;

-- An agency that leaves a table loses every disclosure and open part there in the same transaction; the coordinator is asked again.
create function app.end_with_place() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation;
begin
  -- A release, assignment or reopening under way ends first, so that what it gives this agency is seen and taken back; later ones see it gone.
  perform from app.situation where situation.table_id = new.table_id order by situation.id for update;
  for s in select situation.* from app.situation join app.assignment a on a.table_id = situation.table_id and a.situation_id = situation.id
     where a.table_id = new.table_id and a.agency_id = new.agency_id and a.state in ('asked', 'accepted') order by situation.id for update of situation
  loop
    if s.stage in ('planning', 'intervention') then
      perform app.open_hand_over(new.table_id, s.id, new.agency_id, a.part) from app.assignment a
       where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = new.agency_id and a.state in ('asked', 'accepted');
    end if;
    update app.assignment set state = 'left', answered_at = sec.domain_now(), reason = 'agencyLeft'
     where assignment.table_id = s.table_id and assignment.situation_id = s.id and assignment.agency_id = new.agency_id and assignment.state in ('asked', 'accepted');
    update app.situation set version = situation.version + 1 where situation.table_id = s.table_id and situation.id = s.id;
    insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id, s.version + 1, 'agencyLeft', s.stage, sec.domain_now());
    perform audit.record('situation.agencyLeft', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('agency', new.agency_id), s.table_id);
  end loop;
  update app.disclosure set revoked_at = sec.domain_now(), revoked_because = 'agencyLeft'
   where disclosure.table_id = new.table_id and disclosure.agency_id = new.agency_id and disclosure.revoked_at is null;
  return null;
end $$;
create trigger end_disclosures_with_place after update of left_at on sec.table_agency
  for each row when (old.left_at is null and new.left_at is not null) execute function app.end_with_place();

-- Scheduled work, row by row. Each kind has a function that lists what is due, oldest first and without the tables to skip, and one that does one
-- row: true when done, false when it is not due any more or somebody is at it. Both are called for the job role alone (sec.due_work, sec.work).
create function app.unanswered(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select a.table_id, a.id from app.assignment a join app.situation s on s.table_id = a.table_id and s.id = a.situation_id and s.stage in ('planning', 'intervention')
   where a.state = 'asked' and a.asked_at <= (select sec.domain_now() - interval '12 hours') and a.table_id <> all (p_skip)
     and not sec.waits('returned', a.table_id, a.id)
   order by a.asked_at limit p_limit $$;
create function app.return_unanswered(p_table uuid, p_assignment uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare a app.assignment; s app.situation;
begin
  select assignment.* into a from app.assignment where assignment.table_id = p_table and assignment.id = p_assignment and assignment.state = 'asked';
  if not found then return false; end if;
  select situation.* into s from app.situation where situation.table_id = a.table_id and situation.id = a.situation_id for update skip locked;
  if not found or s.stage not in ('planning', 'intervention') then return false; end if;
  perform from app.assignment x where x.table_id = a.table_id and x.situation_id = a.situation_id and x.id = a.id and x.state = 'asked' and x.asked_at <= sec.domain_now() - interval '12 hours';
  if not found then return false; end if;
  perform app.end_part(s, a.agency_id, 'asked', 'returned', null, false);
  perform app.settle_hand_overs(s.table_id, s.id, null);
  update app.situation set version = situation.version + 1 where situation.table_id = s.table_id and situation.id = s.id;
  insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id, s.version + 1, 'returnUnanswered', s.stage, sec.domain_now());
  perform audit.record('situation.returnUnanswered', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('agency', a.agency_id), s.table_id);
  return true;
end $$;

-- Rejected, returned and withdrawn ones lose everything but number, month, type and reason when the undo window is over.
create function app.minimise(w app.workflow) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.exit_sector (table_id, situation_id, originating_sector)
  select o.table_id, o.situation_id, a.sector from app.situation_origin o join sec.agency a on a.id = o.agency_id where o.table_id = w.table_id and o.situation_id = w.situation_id
  on conflict do nothing;
  delete from app.tier3 where tier3.table_id = w.table_id and tier3.situation_id = w.situation_id;
  -- A signal may say whose surname stood there: it goes with the name.
  delete from app.signal where signal.table_id = w.table_id and signal.situation_id = w.situation_id;
  delete from app.identity_opening where identity_opening.table_id = w.table_id and identity_opening.situation_id = w.situation_id;
  delete from app.affected_person where affected_person.table_id = w.table_id and affected_person.situation_id = w.situation_id;
  delete from app.discussion_note where discussion_note.table_id = w.table_id and discussion_note.situation_id = w.situation_id;
  delete from app.tier2_text where tier2_text.table_id = w.table_id and tier2_text.situation_id = w.situation_id;
  delete from app.tier2 where tier2.table_id = w.table_id and tier2.situation_id = w.situation_id;
  delete from app.risk_decision where risk_decision.table_id = w.table_id and risk_decision.situation_id = w.situation_id;
  delete from app.situation_author where situation_author.table_id = w.table_id and situation_author.situation_id = w.situation_id;
  delete from app.situation_origin where situation_origin.table_id = w.table_id and situation_origin.situation_id = w.situation_id;
  delete from app.tier_key where tier_key.table_id = w.table_id and tier_key.situation_id = w.situation_id;
  update app.workflow set minimised_at = sec.domain_now(), risk_recorded_by = null, left_by = null where workflow.table_id = w.table_id and workflow.situation_id = w.situation_id;
  update app.situation set hidden = false, version = situation.version + 1 where situation.table_id = w.table_id and situation.id = w.situation_id;
  perform audit.record('situation.minimise', 'situation', w.situation_id, '{}', 'allow', null, '{}', w.table_id);
end $$;
create function app.minimise_exit(p_table uuid, p_situation uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow;
begin
  perform from app.situation s where s.table_id = p_table and s.id = p_situation and s.hidden for update skip locked;
  if not found or app.is_held(p_table, p_situation) then return false; end if;
  select workflow.* into w from app.workflow where workflow.table_id = p_table and workflow.situation_id = p_situation
    and workflow.minimised_at is null and workflow.left_at <= sec.domain_now() - interval '10 minutes' for update;
  if not found then return false; end if;
  perform app.minimise(w);
  return true;
end $$;

grant execute on function app.open_screening(uuid, text), app.drop_screening(uuid, integer), app.who_saw(uuid, bigint, integer),
  app.bring_to_table(uuid, integer, uuid, jsonb, jsonb, bytea, jsonb) to rep;
grant execute on function app.bring_on_behalf(uuid, jsonb, jsonb, bytea, jsonb) to coordinator;
grant execute on function app.open_tier(uuid, smallint, text), app.note_reads(uuid[]) to rep, coordinator;
grant usage on schema app to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
