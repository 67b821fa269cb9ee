create or replace function app.answer(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into app.answer (table_id, situation_id, round, agency_id, answer, can_help, entered_for_agency,
      basis, answered_at)
  select s.table_id, s.id, w.round, coalesce(c.agency_id, (p ->> 'agency')::uuid), p ->> 'answer',
    coalesce((p ->> 'canHelp')::boolean, false), c.agency_id is null, p ->> 'basis', sec.domain_now()
    from app.workflow w where w.table_id = s.table_id and w.situation_id = s.id
  on conflict (table_id, situation_id, round, agency_id) do update
    set answer = excluded.answer, can_help = excluded.can_help,
      entered_for_agency = excluded.entered_for_agency, basis = excluded.basis,
      answered_at = excluded.answered_at $$;
