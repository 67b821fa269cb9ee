-- An event wakes those whose answers it changes and nobody else. An action that is not declared wakes nobody.
create or replace function app.notices(c sec.ctx_t, e audit.event) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case coalesce((select action.wakes from audit.action where action.name = e.action), 'nobody')
    when 'table' then true
    when 'coordinator' then c.persona = 'coordinator'
    when 'agency' then e.agency = c.agency_id
    when 'coordinatorAndAgency' then c.persona = 'coordinator' or e.agency = c.agency_id
    when 'tier3' then c.persona = 'rep'
      and (app.originated_here(e.object_id) or app.holds_tier(c, e.object_id, 3::smallint))
    when 'tier4' then c.persona = 'rep' and (app.holds_tier(c, e.object_id, 4::smallint)
      or (e.agency = c.agency_id and app.originated_here(e.object_id)))
    when 'intervening' then c.persona = 'rep' and app.holds_tier(c, e.object_id, 4::smallint)
    when 'consent' then c.persona = 'coordinator' or app.holds_tier(c, e.object_id, 4::smallint)
      or (e.agency = c.agency_id and app.originated_here(e.object_id))
    when 'latecomer' then c.persona = 'coordinator' or app.originated_here(e.object_id)
      or c.agency_id = (e.detail::jsonb ->> 'agency')::uuid
    when 'hold' then c.persona = 'coordinator' or app.intervenes(c, e.object_id)
    when 'named' then app.named_in(c, e)
    when 'task' then app.is_task_for(c, e.object_id)
    else false end $$;
