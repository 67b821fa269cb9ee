-- Step 2: the records of what is marked. All records of the table are written again, in random order and
-- under new ids, so that all have one transaction id and no place tells the week. It changes and locks
-- nothing outside stats.
create or replace function stats.write_records(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; g app.sealing;
begin
  perform stats.alone();
  select sealing.* into g from app.sealing where sealing.table_id = p_table and not sealing.finished;
  if not found then return; end if;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  insert into stats.seal_run (table_id, boundary) values (p_table, g.boundary) on conflict do nothing;
  if not found then return; end if;
  perform from app.workflow w where w.table_id = p_table and w.left_at is not null
    and w.sealing_at is not null and w.sealed_at is null
    limit 1;
  if not found then return; end if;
  with kept as (delete from stats.sealed_record x where x.table_id = p_table returning x as record),
  fresh as (
    select r as record from app.workflow w
        cross join lateral (select y as situation from app.situation y where y.table_id = w.table_id
          and y.id = w.situation_id offset 0) s
        cross join lateral stats.record_of(s.situation, w, t) r
     where w.table_id = p_table and w.left_at is not null and w.sealing_at is not null
       and w.sealed_at is null)
  insert into stats.sealed_record select again.*
    from (select kept.record from kept union all select fresh.record from fresh) x
      cross join lateral jsonb_populate_record(x.record, jsonb_build_object('id', gen_random_uuid())) again
    order by gen_random_uuid();
end $$;

grant execute on function stats.write_records(uuid) to job;
