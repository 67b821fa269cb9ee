create or replace function app.destination(m app.move, f jsonb, p jsonb) returns text
  language plpgsql immutable set search_path = pg_catalog as $$
declare acting text := coalesce(f ->> 'viewerAgency', p ->> 'agency'); own jsonb; stage text := f ->> 'stage';
left_over integer;
begin
  if m.to_stage_left and f ->> 'stageLeft' is not null then return f ->> 'stageLeft'; end if;
  select a into own from jsonb_array_elements(f -> 'assignments') a where a ->> 'agency' = acting
    and a ->> 'state' = 'asked' limit 1;
  if own ->> 'role' = 'lead' and m.as_lead ? stage then return m.as_lead ->> stage; end if;
  if m.when_all_declined ? stage then
    select count(*) into left_over from jsonb_array_elements(f -> 'assignments') a
      where a ->> 'state' not in ('declined', 'left')
        and not (a ->> 'agency' = acting and a ->> 'state' = 'asked');
    if left_over = 0 then return m.when_all_declined ->> stage; end if;
  end if;
  return m.stages ->> stage;
end $$;
