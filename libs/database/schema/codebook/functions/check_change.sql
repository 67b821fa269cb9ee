-- Refuses what can never be published; French may still be missing here, not at publication. The fields are
-- within the part of the request that p_within names.
create or replace function codebook.check_change(c codebook.change, p_within text default '') returns void
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare l codebook.list; t codebook.term;
begin
  select list.* into l from codebook.list where list.list = c.list;
  if not found then raise exception 'codebook.change.unknownList'; end if;
  if c.table_id is not null and not l.takes_local then raise exception 'codebook.change.listTakesNoLocal';
  end if;
  if l.closed and c.kind <> 'edit' then raise exception 'codebook.change.listClosed'; end if;
  if c.kind = 'add' then
    if (c.table_id is not null) <> (c.code like 'local.%')
      then raise exception 'codebook.change.codeOfOtherScope'; end if;
    if exists (select 1 from codebook.term where term.list = c.list
        and lower(term.code) = lower(c.code)
        and term.table_id is not distinct from c.table_id) then
      raise exception 'codebook.change.codeTaken'; end if;
    if c.active_from is null then raise exception 'codebook.change.needsFirstDay'; end if;
    perform sec.check_reach(c.active_from, p_within || 'activeFrom');
  else
    select term.* into t from codebook.term where term.id = c.based_on;
    if t.version_to is not null then raise exception 'codebook.change.termChangedSince'; end if;
  end if;
  if c.kind = 'retire' then
    -- The day before today takes the word away at once; further back would deny what was rightly chosen.
    if c.active_to is null or c.active_to < sec.today(c.table_id) - 1 or c.active_to < t.active_from - 1 then
      raise exception 'codebook.change.retiresInThePast'; end if;
    perform sec.check_reach(c.active_to, p_within || 'activeTo');
    return;
  end if;
  if btrim(coalesce(c.label_en, '')) = '' and btrim(coalesce(c.label_fr, '')) = ''
    then raise exception 'codebook.change.needsLabel'; end if;
  -- Two terms that read alike cannot be chosen between; a label that stays as it was is not asked again.
  if exists (select 1 from codebook.term
      where term.list = c.list and term.code <> c.code and term.version_to is null
        and term.group_code is not distinct from c.group_code
        and (term.table_id is null or term.table_id is not distinct from c.table_id)
        and (term.active_to is null or term.active_to >= sec.today(c.table_id))
        and ((sec.name_key(term.label_en) = sec.name_key(c.label_en)
            and sec.name_key(c.label_en) is distinct from sec.name_key(t.label_en))
          or (sec.name_key(term.label_fr) = sec.name_key(c.label_fr)
            and sec.name_key(c.label_fr) is distinct from sec.name_key(t.label_fr)))) then
    raise exception 'codebook.change.labelTaken'; end if;
  if (l.group_list is not null) <> (c.group_code is not null) or (c.group_code is not null and not exists (
      select 1 from codebook.term where term.list = l.group_list and term.code = c.group_code
        and term.version_to is null)) then
    raise exception 'codebook.change.unknownGroup'; end if;
  if c.theme_code is not null and (c.list <> 'riskFactor' or not exists (
      select 1 from codebook.term where term.list = 'riskTheme' and term.code = c.theme_code
        and term.version_to is null)) then
    raise exception 'codebook.change.unknownTheme'; end if;
  if (c.table_id is not null and c.maps_to is null)
    or (c.maps_to is not null and c.maps_to is distinct from t.maps_to and not exists (
      select 1 from codebook.term where term.list = c.list and term.code = c.maps_to and term.table_id is null
        and term.version_to is null)) then
    raise exception 'codebook.change.unknownMapping'; end if;
end $$;
