-- After a place, so many: newest month first, then by action and outcome.
create or replace function app.audit_counts(p_month text, p_action text, p_outcome text, p_limit integer)
returns table (month text, action text, outcome text, events bigint)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); tables uuid[];
begin
  if c.persona = 'coordinator' then tables := array[c.table_id];
  elsif c.persona = 'privacy' then
    tables := array(select ta.table_id from sec.table_agency ta where ta.agency_id = c.agency_id);
  else raise exception 'not for this seat' using errcode = '42501'; end if;
  return query select x.month, x.action, x.outcome, x.events from audit.counts(tables) x
    where p_month is null or x.month < p_month
      or (x.month = p_month and (x.action, x.outcome) > (p_action, p_outcome))
    order by x.month desc, x.action, x.outcome limit p_limit;
end $$;

grant execute on function app.audit_counts(text, text, text, integer) to coordinator, privacy;
