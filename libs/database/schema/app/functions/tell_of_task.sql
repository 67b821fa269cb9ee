-- ---------------------------------------------------------------- opening and closing
-- Tells everybody whom the task is for, each by the seat that it is for.
create or replace function app.tell_of_task(t app.task, p_code text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, number, occasion, persona)
  select told.user_id, p_code, coalesce(t.situation_id, t.agency_id, t.table_id), t.agency_id, t.table_id,
      (select s.number from app.situation s where s.table_id = t.table_id and s.id = t.situation_id),
      t.id::text, told.persona
    from (
      select l.user_id, l.persona from sec.live_seat l
        where l.table_id = t.table_id and l.persona = any (t.receivers)
          and (l.persona = 'coordinator' or l.agency_id = t.agency_id)
      union
      select o.user_id, 'privacy' from sec.live_officer o
        where 'privacy' = any (t.receivers) and (o.agency_id = t.agency_id or t.agency_id is null
          and exists (select from sec.table_agency ta
            where ta.table_id = t.table_id and ta.agency_id = o.agency_id and ta.left_at is null))
    ) told
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing $$;
