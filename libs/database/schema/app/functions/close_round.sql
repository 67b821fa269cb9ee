-- Silence is an answer: noAnswer for every agency of the table that gave none in this round.
create or replace function app.close_round(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.workflow set round_closed_at = sec.domain_now() where workflow.table_id = s.table_id
    and workflow.situation_id = s.id;
  insert into app.answer (table_id, situation_id, round, agency_id, answer, answered_at)
  select s.table_id, s.id, w.round, ta.agency_id, 'noAnswer', sec.domain_now() from sec.table_agency ta
    join app.workflow w on w.table_id = s.table_id and w.situation_id = s.id where ta.table_id = s.table_id
      and ta.left_at is null
  on conflict (table_id, situation_id, round, agency_id) do nothing;
end $$;
