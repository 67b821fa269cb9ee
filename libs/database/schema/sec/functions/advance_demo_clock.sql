create or replace function sec.advance_demo_clock(p_minutes int) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  if p_minutes is null or p_minutes not between 1 and 527040 then raise exception 'demoClock.step'; end if;
  update sec.demo_clock set ahead = demo_clock.ahead + p_minutes * interval '1 minute';
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('demoClock.advance', null, null, '{}', 'allow', null,
      jsonb_build_object('minutes', p_minutes));
  return sec.domain_now();
end $$;

grant execute on function sec.advance_demo_clock(int) to administrator;
