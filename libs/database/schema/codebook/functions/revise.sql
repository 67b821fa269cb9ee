-- A changed text is a new text: earlier signatures fall.
create or replace function codebook.revise(p_change uuid, p_version int, p_content jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change := codebook.open_change(p_change, p_version);
begin
  c := codebook.write_content(c, p_content);
  perform codebook.check_change(c);
  update codebook.change set label_en = c.label_en, label_fr = c.label_fr, definition_en = c.definition_en,
    definition_fr = c.definition_fr,
    same_in_both = c.same_in_both, group_code = c.group_code, theme_code = c.theme_code, maps_to = c.maps_to,
      active_from = c.active_from, active_to = c.active_to,
    first_signed_by = case when ctx.persona = 'administrator'
      then ctx.user_id end, version = change.version + 1
  where change.id = c.id;
  perform audit.record('codebook.revise', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
end $$;

grant execute on function codebook.revise(uuid, int, jsonb) to coordinator, administrator;
