create or replace function sec.approve_seat(p_offer uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy', 'administrator'], true);
begin return sec.begin_seat(sec.open_offer(p_offer, c, false), c); end $$;

grant execute on function sec.approve_seat(uuid) to privacy, administrator;
