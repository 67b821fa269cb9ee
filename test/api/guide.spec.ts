import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hashPassword } from '#access';
import { createWorld, type World } from '../world/world.js';

const password = 'a lantern under the stairs';
const guide = readFileSync(join(process.cwd(), 'docs/api.md'), 'utf8');

describe('the examples of docs/api.md', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.database.plant('insert into sec.password (user_id, hash) values ($1, $2)', [
      world.actors.police.userId,
      await hashPassword(password),
    ]);
  });
  afterAll(async () => {
    await world.close();
  });

  it('run in their order and answer what the guide says', async () => {
    const [user] = await world.database.plant<{ name: string }>(
      'select sign_in_name as name from sec.app_user where id = $1',
      [world.actors.police.userId],
    );
    const script = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\necho\n');
    const folder = mkdtempSync(join(tmpdir(), 'guide-'));
    try {
      const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: folder,
        env: {
          ...process.env,
          BASE: `http://127.0.0.1:${(world.server.address() as AddressInfo).port}`,
          NAME: user?.name ?? '',
          PASSWORD: password,
        },
      });
      expect(stdout).toContain('"next":"session"');
      expect(stdout).toContain('"blocking":[]');
      expect(stdout).toContain('move.riskRecorded');
      expect(stdout.trim().split('\n').slice(-3)).toEqual(['withdrawn', '404', '204']);
      expect(
        await world.database.plant('select 1 from app.situation where stage = $1', ['withdrawn']),
      ).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
