-- The same facts for the first wall, for a situation that this viewer may know of; an exit within its undo
-- window only for the coordinator.
-- What the viewer could not read elsewhere is left empty: no move that it may make needs it.
create or replace function app.move_facts(p_situation uuid) returns table (version integer, facts jsonb)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; f jsonb; coordinator boolean := c.persona = 'coordinator';
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation;
  if s.id is null or c.persona is null or c.persona not in ('rep', 'coordinator')
    or (s.hidden and c.persona <> 'coordinator')
     or s.stage in ('rejected', 'returned', 'withdrawn') and not s.hidden then return; end if;
  f := app.facts(s, c);
  if not (s.stage in ('planning', 'intervention') or coordinator and s.stage = 'limited')
    then f := f || '{"assignments": []}'; end if;
  if not (coordinator or f -> 'roles' ? 'lead') then f := f || '{"proposedLead": null}'; end if;
  if not coordinator then f := f || '{"stageLeft": null}'; end if;
  if s.hidden then f := f || '{"riskFactors": []}'; end if;
  if s.stage = 'concluded'
    then f := f || '{"recordedByViewer": false, "broughtByViewer": false}'; end if;
  if not coordinator then
    f := f || jsonb_build_object('handOvers', case when f -> 'roles' ? 'assisting'
        then jsonb_path_query_array(f -> 'handOvers', '$[*] ? (@.role == "lead")')
      else '[]' end);
  end if;
  return query select s.version, f;
end $$;

grant execute on function app.move_facts(uuid) to rep, coordinator;
