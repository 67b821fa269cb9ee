-- The one way to destroy: sealed, past its day unless two people with consent asked for it, and no hold.
create or replace function app.destroy(s app.situation, p_because text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow; c app.conclusion; gone jsonb; origin uuid;
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id
    and workflow.situation_id = s.id for update;
  if s.stage <> 'concluded' or w.sealed_at is null
    then raise exception 'retention.notSealed' using errcode = 'P0001'; end if;
  select conclusion.* into strict c from app.conclusion where conclusion.table_id = s.table_id
    and conclusion.situation_id = s.id;
  if app.is_held(s.table_id, s.id) then raise exception 'retention.held' using errcode = 'P0001'; end if;
  if p_because <> 'early' and c.destroy_on > sec.today(s.table_id)
    then raise exception 'retention.notDue' using errcode = 'P0001'; end if;
  select o.agency_id into origin from app.situation_origin o where o.table_id = s.table_id
    and o.situation_id = s.id;
  gone := app.erase(s.table_id, s.id);
  insert into app.certificate (table_id, situation_id, number, agency_id, because, rows, content_hash,
      keys_hash)
  values (s.table_id, s.id, s.number, origin, p_because, gone -> 'rows', gone ->> 'content', gone ->> 'keys');
  perform audit.record('situation.destroy', 'situation', s.id, '{}', 'allow', null,
      gone || jsonb_build_object('number', s.number, 'because', p_because), s.table_id);
end $$;
