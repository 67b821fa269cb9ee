import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a privacy officer answers for: the own agency's disclosures, consents and audit, at every table where the agency sits;
 * counts, never content, of the rest. And the coordinator's counts of the own table (matrix row 33).
 */
export class PrivacyOfficer1764000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The agency that the officer answers for; refused for every other persona.
create function app.officers_agency() returns uuid language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'privacy' then raise exception 'not for this seat' using errcode = '42501'; end if;
  return c.agency_id;
end $$;

-- Row 25: what the agency was given, and what was given of what it brought. Newest first, after a place in time.
create function app.agency_ledger(p_before timestamptz, p_before_id uuid, p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, tier smallint, agency_id uuid,
  given boolean, basis text, granted_at timestamptz, revoked_at timestamptz, revoked_because text)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('ledger.read', 'agency', own, array['ledger'], 'allow');
  return query select d.id, d.table_id, d.situation_id, s.number, d.tier, d.agency_id, d.agency_id <> own, d.basis, d.granted_at, d.revoked_at, d.revoked_because
    from app.disclosure d join app.situation s on s.table_id = d.table_id and s.id = d.situation_id
    where (d.agency_id = own or exists (select from app.situation_origin o where o.table_id = d.table_id and o.situation_id = d.situation_id and o.agency_id = own))
      and (p_before is null or (d.granted_at, d.id) < (p_before, p_before_id)) and not s.hidden
    order by d.granted_at desc, d.id desc limit p_limit;
end $$;

-- Hours in which an office is usually empty, by the clock on the wall there.
create function app.is_out_of_hours(p_here timestamp) returns boolean language sql immutable set search_path = pg_catalog as $$
  select extract(isodow from p_here) > 5 or p_here::time < time '07:00' or p_here::time >= time '19:00' $$;

-- Row 32 and the own people's openings: who opened what the agency brought, and events of its own people. Never a screening of another agency.
create function app.agency_audit(p_about text, p_before_us bigint, p_before_seq bigint, p_limit integer) returns table (at timestamptz, at_us bigint, seq bigint, table_id uuid, number text, actor uuid, agency_id uuid,
  persona text, action text, object_type text, fields text[], outcome text, purpose text, late boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  if p_about not in ('situations', 'people') then raise exception 'unknown' using errcode = '22P02'; end if;
  perform audit.record('audit.read', 'agency', own, array['audit'], 'allow', null, jsonb_build_object('about', p_about));
  return query select to_timestamp(e.at_us / 1000000.0), e.at_us, e.seq, e.chain, s.number, e.actor, e.agency, e.persona, e.action, e.object_type, e.fields, e.outcome, e.purpose,
      app.is_out_of_hours(to_timestamp(e.at_us / 1000000.0) at time zone t.time_zone)
    from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id join audit.event e on e.chain = ta.table_id left join app.situation s on s.table_id = e.chain and s.id = e.object_id and not s.hidden
    where ta.agency_id = own
      and case p_about when 'people' then e.agency = own
        else e.object_type = 'situation' and (audit.is_opening(e.action) or e.agency = own) and exists (select from app.situation_origin o where o.table_id = e.chain and o.situation_id = e.object_id and o.agency_id = own) end
      and (p_before_us is null or (e.at_us, e.seq) < (p_before_us, p_before_seq))
    order by e.at_us desc, e.seq desc limit p_limit;
end $$;

-- Row 24: the agency's own consent records, coded.
create function app.agency_consents(p_after_year integer, p_after_sequence integer, p_after_id uuid, p_limit integer)
returns table (id uuid, year integer, sequence integer, number text, table_id uuid, given boolean, due_on date)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('consent.list', 'agency', own, array['consent'], 'allow');
  return query select c.id, s.year, s.sequence, s.number, c.table_id, c.given, c.due_on
    from app.consent c join app.situation s on s.table_id = c.table_id and s.id = c.situation_id
    where c.agency_id = own and not s.hidden and s.stage in ('limited', 'planning', 'intervention')
      and (p_after_id is null or (s.year, s.sequence, c.id) > (p_after_year, p_after_sequence, p_after_id))
    order by s.year, s.sequence, c.id limit p_limit;
end $$;

-- Row 33: how often what was done, by month and action. Only what is declared to be counted (audit.action), so that nothing that the
-- reader may not know of is in it; and by the rule of sec.coarse. Months are the wall clock's, as the audit's times are.
create function audit.counts(p_tables uuid[]) returns table (month text, action text, outcome text, events bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select x.month, x.action, x.outcome, sec.coarse(x.events) from (
    select to_char(to_timestamp(e.at_us / 1000000.0) at time zone 'UTC', 'YYYY-MM') as month, e.action, e.outcome, count(*) as events
      from audit.event e join audit.action a on a.name = e.action and a.counted
     where e.chain = any (p_tables)
       and e.at_us < (extract(epoch from date_trunc('month', clock_timestamp() at time zone 'UTC') at time zone 'UTC') * 1000000)::bigint
       -- Nor what was refused about screenings and youth-justice items: they are for nobody else to know of.
       and (e.action not in ('reading.refused', 'change.refused') or e.detail::jsonb ->> 'asked' !~ '/(screenings|youth-items)')
     group by 1, 2, 3) x
   where sec.coarse(x.events) > 0 $$;
-- After a place, so many: newest month first, then by action and outcome.
create function app.audit_counts(p_month text, p_action text, p_outcome text, p_limit integer)
returns table (month text, action text, outcome text, events bigint)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); tables uuid[];
begin
  if c.persona = 'coordinator' then tables := array[c.table_id];
  elsif c.persona = 'privacy' then
    tables := array(select ta.table_id from sec.table_agency ta where ta.agency_id = c.agency_id);
  else raise exception 'not for this seat' using errcode = '42501'; end if;
  return query select x.month, x.action, x.outcome, x.events from audit.counts(tables) x
    where p_month is null or x.month < p_month or (x.month = p_month and (x.action, x.outcome) > (p_action, p_outcome))
    order by x.month desc, x.action, x.outcome limit p_limit;
end $$;
-- Rows 45 to 47, for the officer counts only: of what was there before this month, by the rule of sec.coarse.
create function app.agency_counts() returns table (what text, rows bigint)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency(); this_month date := (sec.this_month() at time zone 'UTC')::date;
begin
  return query select x.what, sec.coarse(x.rows) from (
    select 'persons' as what, count(*) as rows from app.affected_person p
        join app.situation_origin o on o.table_id = p.table_id and o.situation_id = p.situation_id and o.agency_id = own
        join app.situation s on s.table_id = p.table_id and s.id = p.situation_id and s.opened_month < this_month
    union all select 'services', count(*) from app.service_mobilized v where v.agency_id = own and v.month < this_month
    union all select 'safetyNotes', count(*) from app.safety_note n
        where n.agency_id = own and n.written_at < sec.this_month()) x;
end $$;
grant usage on schema app to privacy;
grant execute on function app.agency_ledger(timestamptz, uuid, integer), app.agency_audit(text, bigint, bigint, integer), app.agency_consents(integer, integer, uuid, integer), app.agency_counts() to privacy;
grant execute on function app.audit_counts(text, text, text, integer) to coordinator, privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
