-- Tasks of a vacancy that somebody has begun to fill: a seat may begin by itself.
create or replace function app.vacancies_filled(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select t.table_id, t.id from app.task t
    where t.closed_at is null and t.situation_id is null and t.table_id <> all (p_skip)
      and not sec.waits('vacancies', t.table_id, t.id)
      and case t.kind
        when 'officerMissing' then exists (select from sec.live_officer o where o.agency_id = t.agency_id)
        when 'coordinatorMissing' then exists (select from sec.live_seat l
          where l.table_id = t.table_id and l.persona = 'coordinator')
        else false end
    limit p_limit $$;
