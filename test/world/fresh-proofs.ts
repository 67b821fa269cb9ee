import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { createWorld, type World } from './world.js';

/** Makes everybody's proofs fresh again, as the password given once more would. */
export async function prove(world: World): Promise<void> {
  await world.database.plant(
    'update sec.session set stepped_up_at = clock_timestamp(), tiers_opened_at = clock_timestamp(), last_seen_at = clock_timestamp()',
  );
}

/** Gives a test file a world of its own, in which everybody's proofs are fresh before each test. */
export function worldWithFreshProofs(keep: (world: World) => void): void {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    keep(world);
  }, 60_000);
  afterAll(async () => {
    await world.close();
  });
  beforeEach(async () => {
    await prove(world);
  });
}
