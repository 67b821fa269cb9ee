-- First T2 reads of a list, once a seat, situation and session.
create or replace function app.note_reads(p_situations uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); seen uuid;
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then return; end if;
  for seen in select audit.first_reads(c.session_id, c.seat_id,
    array(select situation.id from app.situation where situation.table_id = c.table_id
        and situation.id = any (p_situations) and not situation.hidden))
  loop perform audit.record('tier.list', 'situation', seen, array['T2'], 'allow'); end loop;
end $$;

grant execute on function app.note_reads(uuid[]) to rep, coordinator;
