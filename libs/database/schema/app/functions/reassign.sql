-- Gives the role that is handed over to another agency: one that assists already leads at once, any other is
-- asked.
create or replace function app.reassign(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare taken text; gone uuid := (p ->> 'from')::uuid; taker uuid := (p ->> 'agency')::uuid;
begin
  -- The lead first, as the judgement takes it.
  select task.role into strict taken from app.task
   where task.table_id = s.table_id and task.situation_id = s.id and task.kind = 'handOver'
     and task.closed_at is null
     and task.agency_id = gone
       and (task.role = 'assisting' or task.role = 'lead' and not exists (select from app.assignment a
       where a.table_id = s.table_id and a.situation_id = s.id and a.role = 'lead'
         and a.state in ('asked', 'accepted')
         and a.agency_id <> gone)) order by task.role desc limit 1;
  perform app.end_any_role(s, gone, 'handedOver');
  update app.workflow set proposed_lead = null where workflow.table_id = s.table_id
    and workflow.situation_id = s.id;
  update app.assignment set role = taken where assignment.table_id = s.table_id
    and assignment.situation_id = s.id
    and assignment.agency_id = taker and assignment.state = 'accepted';
  if not found then perform app.ask(s, taker, taken); end if;
end $$;
