-- Called in a transaction of its own, after the failed one was rolled back. True when the row is parked now.
create or replace function sec.note_stuck(p_kind text, p_table uuid, p_object uuid,
    p_code text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare k sec.stuck;
begin
  insert into sec.stuck as kept (kind, table_id, object_id, code, label)
  values (p_kind, p_table, p_object, p_code, sec.label_of_stuck(p_object))
  on conflict (kind, table_id, object_id) do update set tries = kept.tries + 1, code = excluded.code,
    next_at = excluded.next_at,
    parked_at = case when kept.tries + 1 >= 3 then coalesce(kept.parked_at, sec.domain_now()) end
  returning kept.* into k;
  if k.tries = 3 then
    perform audit.record('work.park', 'work', k.id, '{}', 'allow', null,
        jsonb_build_object('kind', sec.kind_of_stuck(p_kind), 'code', p_code));
    -- Those who may know of the situation are told which one waits. That there is a youth-justice item is not
    -- for them (row 19).
    if p_kind <> 'youth' then
      perform sec.tell_seated('coordinator', null, 'situation.parked', p_table, x.id, k.id::text)
        from (select s.id from app.situation s where s.table_id = p_table and s.id = p_object
          union select a.situation_id from app.assignment a where a.table_id = p_table and a.id = p_object) x;
    end if;
  end if;
  return k.parked_at is not null;
end $$;

grant execute on function sec.note_stuck(text, uuid, uuid, text) to job;
