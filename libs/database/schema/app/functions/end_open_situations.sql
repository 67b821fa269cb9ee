-- At a table that has ended nobody could bring a situation to its end: it ends with the table, and retention
-- goes on from there. The name of its trigger lets it come before the one that ends the places and the seats.
create or replace function app.end_open_situations() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation; gone record; destination text;
begin
  for s in select situation.* from app.situation where situation.table_id = new.id and not situation.hidden
      and situation.stage in ('deidentified', 'limited', 'planning', 'intervention')
    order by situation.id for update
  loop
    destination := case s.stage when 'deidentified' then 'withdrawn' else 'concluded' end;
    if destination = 'withdrawn' then
      perform app.exit_table(s, 'withdrawn', '{"reason": "other"}', null);
    else
      perform app.leave(s, destination, null);
      perform app.write_conclusion(s, 'other.withdrawn-by-originator', null, '{}');
    end if;
    update app.situation set stage = destination, version = situation.version + 1,
        hidden = destination = 'withdrawn'
      where situation.table_id = s.table_id and situation.id = s.id;
    insert into app.step (table_id, situation_id, version, move, stage, at)
      values (s.table_id, s.id, s.version + 1, 'tableEnded', destination, sec.domain_now());
    perform audit.record('situation.tableEnded', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('from', s.stage, 'to', destination), s.table_id);
    perform app.settle_hand_overs(s.table_id, s.id, null);
  end loop;
  for gone in delete from app.screening where screening.table_id = new.id
    returning screening.table_id, screening.id
  loop
    perform audit.record('screening.drop', 'screening', gone.id, array['T1'], 'allow', null, '{}', gone.table_id);
  end loop;
  for gone in select t.id from app.task t where t.table_id = new.id and t.closed_at is null loop
    perform app.close_task(new.id, gone.id, 'ended');
  end loop;
  return null;
end $$;
