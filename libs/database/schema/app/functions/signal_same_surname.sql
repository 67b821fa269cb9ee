-- The API has compared two names that only it can read, and says no more than that they are alike. It tells
-- of nobody but the viewer, and of what the viewer holds.
create or replace function app.signal_same_surname(p_situation uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'rep'
    or not exists (select from app.situation s where s.table_id = c.table_id and s.id = p_situation
      and not s.hidden)
    or not (app.originated_here(p_situation) or app.holds_tier(c, p_situation, 3::smallint))
      then raise exception 'not found' using errcode = 'P0002'; end if;
  perform app.raise_signal(p_situation, 'sameSurname');
end $$;

grant execute on function app.signal_same_surname(uuid) to rep;
