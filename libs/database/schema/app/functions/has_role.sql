-- An agency has a role that brought it, was asked or accepted, or whose answer is wanted or says that it has
-- one. Who answered "not involved" or let the round pass has none.
create or replace function app.has_role(c sec.ctx_t, p_situation uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select app.originated_here(p_situation)
    or exists (select from app.assignment a where a.table_id = c.table_id and a.situation_id = p_situation
        and a.agency_id = c.agency_id and a.state in ('asked', 'accepted'))
    or exists (select from app.workflow w left join app.answer r on r.table_id = w.table_id
        and r.situation_id = w.situation_id and r.round = w.round and r.agency_id = c.agency_id
      where w.table_id = c.table_id and w.situation_id = p_situation
        and case when r.answer is null then w.round_closed_at is null
          else r.answer in ('involved', 'shouldBeInvolved') or r.can_help end) $$;
