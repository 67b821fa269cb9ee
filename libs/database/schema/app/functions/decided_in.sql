-- What the table decided on a situation in a meeting, in order: codes without their hours, so that an exit
-- keeps its decision (row 44) though its timeline is hidden (row 42). What was undone was not decided.
create or replace function app.decided_in(p_meeting uuid, p_situation uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(made.decision order by made.version), '{}') from (
    select d.minutes as decision, min(step.version) as version from app.meeting m
      join app.situation s on s.table_id = m.table_id and s.id = p_situation and not s.hidden
      join app.step on step.table_id = s.table_id and step.situation_id = s.id and step.at >= m.opened_at
        and step.at <= coalesce(m.closed_at, 'infinity')
      join app.move d on d.name = step.move and d.minutes is not null
    where m.table_id = (select (sec.ctx()).table_id) and m.id = p_meeting
      and not exists (select from app.step undone where undone.table_id = step.table_id
          and undone.situation_id = step.situation_id and undone.version > step.version
        and ((undone.move = 'undo' and undone.version = step.version + 1)
          or (undone.move = 'takeBackRisk' and step.move = 'recordRisk'
              and undone.at <= coalesce(m.closed_at, 'infinity'))))
    group by d.minutes) made $$;

grant execute on function app.decided_in(uuid, uuid) to rep, coordinator;
