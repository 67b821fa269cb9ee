-- Whether a repeated request may be answered again: who made the move may lose sight of it by the move
-- itself.
create or replace function app.known(p_situation uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation s where s.table_id = (select (sec.ctx()).table_id)
      and s.id = p_situation
    and (not s.hidden or (select (sec.ctx()).persona) = 'coordinator'
        or app.originated_here(p_situation))) $$;

grant execute on function app.known(uuid) to rep, coordinator;
