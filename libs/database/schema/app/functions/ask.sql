create or replace function app.ask(s app.situation, p_agency uuid, p_role text) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, contact_due_at)
  values (s.table_id, s.id, p_agency, p_role, 'asked', sec.domain_now(),
    coalesce((select min(a.contact_due_at) from app.assignment a where a.table_id = s.table_id
          and a.situation_id = s.id and a.state in ('asked', 'accepted')),
        sec.domain_now() + interval '48 hours')) $$;
