-- Whether a person may choose that code now: current, active on that day, provincial or of that very table,
-- no heading, not the workflow's own.
create or replace function codebook.chosen_ok(p_list text, p_code text, p_table uuid,
    p_on date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from codebook.term
    where term.list = p_list and term.code = p_code and term.version_to is null
      and (term.table_id is null or term.table_id = p_table)
      and term.active_from <= p_on and (term.active_to is null or p_on <= term.active_to)
      and not coalesce((term.attributes ->> 'heading')::boolean, false)
        and not coalesce((term.attributes ->> 'bySystem')::boolean, false)) $$;
