-- Before the first situation: the list is confirmed by a coordinator and by officers of two agencies of
-- independent origin, or there is none.
create or replace function sec.found_table(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare l jsonb; h text;
begin
  if not exists (select from sec.situation_table t where t.id = p_table and t.founding) then return; end if;
  perform 1 from sec.situation_table t where t.id = p_table and t.founding for update;
  if not found then return; end if;
  l := sec.founding_list(p_table); h := sec.list_hash(l);
  if not sec.founding_coordinated(p_table, h) or not sec.founding_paired(p_table, h) then
    raise exception 'table.founding.unconfirmed' using errcode = 'P0001';
  end if;
  update sec.situation_table set founding = false, founded_at = sec.domain_now(), founded_list = l,
    version = situation_table.version + 1
    where situation_table.id = p_table;
  perform audit.record('table.found', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;
