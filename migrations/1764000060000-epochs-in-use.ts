import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The epochs that stored keys were wrapped under: asked once at each start, so that a missing or wrong keyring is reported
 * before anything is sealed under another one.
 */
export class EpochsInUse1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.epochs_in_use() returns setof text language sql stable security definer set search_path = pg_catalog as $$
  select tier_key.epoch_id from app.tier_key union select screening.epoch_id from app.screening $$;
revoke all on function app.epochs_in_use() from public;
grant usage on schema app to job;
grant execute on function app.epochs_in_use() to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
