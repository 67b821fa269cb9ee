create or replace function app.due_to_seal(t sec.situation_table,
    p_boundary timestamptz) returns table (situation_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select w.situation_id from app.workflow w
    cross join lateral (select y.stage from app.situation y where y.table_id = w.table_id
      and y.id = w.situation_id offset 0) s
   where w.table_id = t.id and w.left_at is not null and w.sealing_at is null and w.sealed_at is null
     and ((s.stage = 'concluded' and exists (select from app.conclusion z where z.table_id = w.table_id
           and z.situation_id = w.situation_id
             and z.seal_after < (p_boundary at time zone t.time_zone)::date))
       or w.minimised_at <= p_boundary) and not sec.waits('sealed', w.table_id, w.situation_id) $$;
