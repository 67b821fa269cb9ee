-- The owner's, called by restore after its rows and keys are in: what was destroyed or minimised since is so
-- again, before anybody is served.
create or replace function app.forget_again(p_gone jsonb) returns table (destroyed integer, minimised integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare x record; w app.workflow; s app.situation;
begin
  destroyed := 0; minimised := 0;
  for x in select g.table_id, g.situation_id, g.how, g.certificate
    from jsonb_to_recordset(p_gone) g(table_id uuid, situation_id uuid, how text, certificate jsonb) loop
    -- The list must outlive this restore: the next key dump is written from it.
    if x.certificate is not null
      then insert into app.certificate select (jsonb_populate_record(null::app.certificate, x.certificate)).*
      on conflict do nothing; end if;
    select situation.* into s from app.situation where situation.table_id = x.table_id
      and situation.id = x.situation_id;
    continue when not found;
    select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id
      and workflow.situation_id = s.id;
    continue when x.how = 'minimised' and w.minimised_at is not null;
    if x.how = 'minimised' and s.stage in ('rejected', 'returned', 'withdrawn') then
      perform app.minimise(w);
      minimised := minimised + 1;
    else
      -- It was still open when the data was copied: what it became is not known here, and its texts are gone.
      perform app.erase(s.table_id, s.id);
      perform audit.record('situation.forgetAgain', 'situation', s.id, '{}', 'allow', null,
          jsonb_build_object('how', x.how), s.table_id);
      destroyed := destroyed + 1;
    end if;
  end loop;
  return next;
end $$;
