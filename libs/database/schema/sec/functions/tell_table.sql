-- Administration has its own chain, which no seat of a table follows: what its seats read is told in the
-- table's chain too.
create or replace function sec.tell_table(p_table uuid, p_fields text[]) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  select audit.record('table.changed', 'table', p_table, p_fields, 'allow', p_table => p_table) $$;
