-- Filter 1 to 2: the private screening ends, a numbered situation begins. Text and keys come sealed from the
-- application.
-- p: the coded fields by name, persons [{id, ageBand, sex, riskFactors}], guardVersion (of the guard that let
-- the summary pass)
create or replace function app.begin_situation(p_move text, p_id uuid, p_agency uuid, p_author uuid,
    p_on_behalf text, p_request jsonb, p jsonb, p_summary bytea, p_keys jsonb)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); m app.move; n record; s app.situation; reason text; facts jsonb;
today date := sec.today(c.table_id);
begin
  perform sec.still_entered();
  perform sec.found_table(c.table_id);
  select move.* into strict m from app.move where move.name = p_move;
  facts := jsonb_build_object('stage', 'screening', 'roles', case c.persona when 'coordinator'
      then '["coordinator"]'::jsonb else '["seated", "originating"]'::jsonb end,
    'riskFactors', coalesce(p -> 'riskFactors', '[]'), 'assignments', '[]'::jsonb, 'viewerAgency',
      c.agency_id,
    'agenciesAtTable',
      (select coalesce(jsonb_agg(ta.agency_id), '[]') from sec.table_agency ta where ta.table_id = c.table_id
        and ta.left_at is null));
  reason := app.refusal(m, null, facts, p_request);
  if reason is not null then raise exception 'move.%', reason using errcode = 'P0001'; end if;
  select * into n from app.next_number(c.table_id, today);
  insert into app.situation (table_id, id, year, sequence, stage, opened_month) values (c.table_id, p_id,
      n.year, n.sequence, 'deidentified', date_trunc('month', today::timestamp)::date) returning * into s;
  insert into app.workflow (table_id, situation_id, brought_at) values (c.table_id, p_id, sec.domain_now());
  insert into app.situation_origin (table_id, situation_id, agency_id, on_behalf) values (c.table_id, p_id,
      p_agency, p_on_behalf);
  insert into app.situation_author (table_id, situation_id, user_id) values (c.table_id, p_id, p_author);
  insert into app.tier2 select brought.* from jsonb_populate_record(null::app.tier2,
      jsonb_build_object('table_id', c.table_id, 'situation_id', p_id, 'version', 1)
        || (select jsonb_object_agg(f.column_name, case when f.many then to_jsonb(app.texts(p, f.name))
              else p -> f.name end) from app.coded_field f)) brought;
  insert into app.tier2_text (table_id, situation_id, summary, guard_version)
  values (c.table_id, p_id, p_summary, case when p_summary is not null
      then (p ->> 'guardVersion')::smallint end);
  insert into app.affected_person (table_id, situation_id, id, place, age_band, sex, risk_factors)
  select c.table_id, p_id, (person ->> 'id')::uuid, nth, person ->> 'ageBand', person ->> 'sex',
    app.texts(person, 'riskFactors')
    from jsonb_array_elements(coalesce(p -> 'persons', '[]')) with ordinality x (person, nth);
  insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id)
  select c.table_id, p_id, (k ->> 'tier')::smallint, decode(k ->> 'wrapped', 'base64'), k ->> 'epochId'
    from jsonb_array_elements(p_keys) k;
  insert into app.step (table_id, situation_id, version, move, stage, at) values (c.table_id, p_id, 1, p_move,
      'deidentified', sec.domain_now());
  perform audit.record('situation.' || p_move, 'situation', p_id, '{}', 'allow', null,
      jsonb_build_object('to', 'deidentified', 'for', p_request ->> 'agency'));
  return s.number;
end $$;
