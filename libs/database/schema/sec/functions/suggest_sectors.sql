-- Whom the assignment panel suggests first for a group of risk factors; null takes the table's own rule back.
-- It opens nothing to anybody.
create or replace function sec.suggest_sectors(p_table uuid, p_version int, p_group text,
    p_sectors text[]) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); today date := sec.today(p_table);
begin
  perform sec.open_table(p_table, p_version);
  if not codebook.chosen_ok('riskCategory', p_group, p_table, today)
    or exists (select 1 from unnest(p_sectors) x (code)
        where not codebook.chosen_ok('sector', x.code, p_table, today)) then
    raise exception 'table.suggestions.unknown';
  end if;
  update sec.situation_table set suggestions = case when p_sectors is null
    then situation_table.suggestions - p_group
      else situation_table.suggestions || jsonb_build_object(p_group, to_jsonb(p_sectors)) end
    where situation_table.id = p_table;
  perform audit.record('table.suggest', 'table', p_table, '{}', 'allow', null,
      jsonb_build_object('group', p_group, 'sectors', p_sectors));
  perform sec.tell_table(p_table, array['suggestions']);
  return p_version + 1;
end $$;

grant execute on function sec.suggest_sectors(uuid, int, text, text[]) to administrator;
