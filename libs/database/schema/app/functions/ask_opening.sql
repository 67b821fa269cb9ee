create or replace function app.ask_opening(p_situation uuid, p_purpose text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true);
s app.situation := app.officers_situation(p_situation, false); made uuid;
begin
  if s.stage <> 'concluded' then raise exception 'opening.stage' using errcode = 'P0001'; end if;
  if exists (select from app.opening o where o.table_id = s.table_id and o.situation_id = s.id
      and o.agency_id = c.agency_id and o.approved_at is null
      and o.asked_at > clock_timestamp() - interval '30 minutes') then
    raise exception 'opening.askedAlready' using errcode = 'P0001';
  end if;
  insert into app.opening (table_id, situation_id, agency_id, asked_by, purpose) values (s.table_id, s.id,
      c.agency_id, c.user_id, p_purpose) returning opening.id into made;
  perform audit.record('opening.ask', 'situation', s.id, '{}', 'allow', p_purpose, '{}', s.table_id);
  return made;
end $$;

grant execute on function app.ask_opening(uuid, text) to privacy;
