-- The first signature of an administrator is noted; the second, by another one, publishes and returns the new
-- version.
create or replace function codebook.sign(p_change uuid, p_version int) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change; t codebook.term; n int;
begin
  if ctx.persona is distinct from 'administrator'
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  -- One publication at a time: version numbers have no gap and no two writers.
  lock table codebook.version in share row exclusive mode;
  c := codebook.open_change(p_change, p_version);
  perform codebook.check_change(c);
  if c.kind <> 'retire' then
    if btrim(coalesce(c.label_fr, '')) = '' or (c.definition_en is not null and c.definition_fr is null) then
      raise exception 'codebook.publish.needsFrench'; end if;
    if btrim(coalesce(c.label_en, '')) = '' or (c.definition_fr is not null and c.definition_en is null) then
      raise exception 'codebook.publish.needsEnglish'; end if;
    if lower(btrim(c.label_fr)) = lower(btrim(c.label_en)) and not c.same_in_both then
      raise exception 'codebook.publish.frenchEqualsEnglish'; end if;
  end if;
  if c.first_signed_by = ctx.user_id then raise exception 'codebook.publish.needsSecondPerson'; end if;
  perform sec.require_independent(ctx, c.first_signed_by);
  if c.first_signed_by is null then
    update codebook.change set first_signed_by = ctx.user_id, version = change.version + 1
      where change.id = c.id;
    perform audit.record('codebook.sign', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
    return null;
  end if;
  n := codebook.current_version() + 1;
  insert into codebook.version (version, name, first_signed_by, second_signed_by) values (n, n::text,
      c.first_signed_by, ctx.user_id);
  if c.kind = 'add' then
    t.position := (select coalesce(max(term.position), 0) + 1 from codebook.term where term.list = c.list);
    t.status := 'added'; t.attributes := '{}';
  else
    select term.* into strict t from codebook.term where term.id = c.based_on;
    update codebook.term set version_to = n where term.id = t.id;
  end if;
  if c.kind = 'retire' then
    t.active_to := c.active_to;
  else
    t.label_en := btrim(c.label_en); t.label_fr := btrim(c.label_fr); t.definition_en := c.definition_en;
    t.definition_fr := c.definition_fr;
    t.group_code := c.group_code; t.theme_code := c.theme_code; t.maps_to := c.maps_to;
    t.active_from := coalesce(t.active_from, c.active_from);
  end if;
  insert into codebook.term (list, code, table_id, version_from, position, group_code, theme_code, status,
      label_en, label_fr,
    definition_en, definition_fr, active_from, active_to, maps_to, attributes)
  values (c.list, c.code, c.table_id, n, t.position, t.group_code, t.theme_code, t.status, t.label_en,
      t.label_fr,
    t.definition_en, t.definition_fr, t.active_from, t.active_to, t.maps_to, t.attributes);
  update codebook.change set state = 'published', second_signed_by = ctx.user_id,
    decided_at = sec.domain_now(), published_in = n,
    version = change.version + 1 where change.id = c.id;
  perform audit.record('codebook.publish', 'codebookChange', c.id, array[c.kind, c.list], 'allow', null,
      jsonb_build_object('version', n));
  return n;
end $$;

grant execute on function codebook.sign(uuid, int) to administrator;
