-- Somebody has set right what was wrong: the row is tried by the next run.
create or replace function sec.try_again(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  delete from sec.stuck where stuck.id = p_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('work.tryAgain', 'work', p_id, '{}', 'allow');
end $$;

grant execute on function sec.try_again(uuid) to administrator;
