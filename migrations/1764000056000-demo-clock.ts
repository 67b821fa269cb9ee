import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moving the demo's clock (matrix row 62): only forwards, and only where the owner wrote its one row while seeding a demo. */
export class DemoClock1764000056000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function sec.advance_demo_clock(p_minutes int) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  if p_minutes is null or p_minutes not between 1 and 527040 then raise exception 'demoClock.step'; end if;
  update sec.demo_clock set ahead = demo_clock.ahead + p_minutes * interval '1 minute';
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('demoClock.advance', null, null, '{}', 'allow', null, jsonb_build_object('minutes', p_minutes));
  return sec.domain_now();
end $$;
grant execute on function sec.advance_demo_clock(int) to administrator;

-- Whether this database was filled as a demo: asked before it is served, by the login that serves.
create function sec.is_demo() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.demo_clock where demo_clock.demo) $$;
grant execute on function sec.is_demo() to app;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
