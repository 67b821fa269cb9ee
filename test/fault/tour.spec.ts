import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Client } from 'pg';
import { superuserUrl } from '#database/embedded';
import { buildProduct, checkout } from '../world/built.js';
import { tour } from '../tour/tour.js';
import { npmStart, untilReady, type Started } from './started.js';

jest.setTimeout(600_000);
let folder: string;
beforeAll(() => {
  buildProduct();
  folder = mkdtempSync('/tmp/st-demo-');
  chmodSync(folder, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function stop(started: Started): Promise<void> {
  started.process.kill('SIGINT');
  await started.ended;
}

describe('the demo and its tour', () => {
  let demo: Started;
  let data: string;
  beforeAll(async () => {
    data = join(folder, 'data');
    demo = await npmStart(checkout, data, {}, undefined, ['--demo']);
    await untilReady(demo);
  });
  afterAll(() => stop(demo));

  async function play(): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await tour(
      (line) => {
        lines.push(line);
      },
      { PORT: String(demo.port), SITUATION_TABLE_DATA: data },
    );
    return { code, said: lines.join('\n') };
  }

  async function asOwner(sql: string): Promise<void> {
    const client = new Client({ connectionString: superuserUrl(data) });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  it('prints its accounts and writes them for their owner alone', () => {
    const file = join(data, 'demo-accounts.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as {
      accounts: { user: string; role: string; table: string | null }[];
    };
    expect(accounts.length).toBe(22);
    for (const { user } of accounts) expect(demo.output()).toContain(`  ${user} `);
    expect(
      accounts
        .filter(({ role }) => role === 'auditor' || role === 'administrator')
        .every(({ table }) => table === null),
    ).toBe(true);
  });

  it('shows everybody what the matrix says, up to a figure of at least 11', async () => {
    const { code, said } = await play();
    if (code !== 0) throw new Error(said);
    expect(said).toContain('no more and no less');
    expect(said).toMatch(/… (1[1-9]|[2-9]\d) such lines/);
  });

  it('can be played again on the same demo, in the year after', async () => {
    const { code, said } = await play();
    if (code !== 0) throw new Error(said);
    expect(said).toContain('fewer than 11 records in all');
  });

  it('fails when an agency is shown what the matrix hides, and when one is not shown what is its due', async () => {
    await asOwner(`create function app.widen() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
        insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at)
        select new.table_id, new.situation_id, new.tier, a.id, new.basis, new.granted_by, new.granted_at from sec.agency a where a.name = 'Harbour Community Housing' on conflict do nothing;
        return null; end $$;
      create trigger widen after insert on app.disclosure for each row when (pg_trigger_depth() = 0) execute function app.widen();
      create policy too_narrow on app.affected_person as restrictive for select to rep using (false)`);
    const { code, said } = await play();
    expect(code).toBe(1);
    expect(said).toMatch(/✗ uninvolved \(housing\) sees it of “tier3”, the matrix, row 13, says nothing/);
    expect(said).toMatch(/✗ uninvolved was answered the person’s familyName/);
    expect(said).toMatch(/✗ lead \(childservices\) sees nothing of “persons”, the matrix, row 8, says it/);
  });

  it('says what to do where there is no demo', async () => {
    const lines: string[] = [];
    expect(
      await tour(
        (line) => {
          lines.push(line);
        },
        { PORT: String(demo.port), SITUATION_TABLE_DATA: join(folder, 'none') },
      ),
    ).toBe(2);
    expect(lines.join()).toContain('npm start -- --demo');
  });
});

describe('a demo that was cut off while it was filled', () => {
  it('is begun again by the next start, whole', async () => {
    const data = join(folder, 'cut off');
    const first = await npmStart(checkout, data, {}, undefined, ['--demo']);
    while (!first.output().includes('Filling the demo'))
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    const held = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { pid: number };
    process.kill(held.pid, 'SIGKILL');
    await first.ended;
    expect(first.output()).not.toContain('The demo is filled');
    const again = await npmStart(checkout, data, {});
    await untilReady(again);
    expect(again.output()).toContain('beginning again');
    expect(again.output()).toContain('The demo is filled');
    await stop(again);
    const unsaid = await npmStart(checkout, data, {});
    expect(await unsaid.ended).toBe(1);
    expect(unsaid.output()).toContain('npm start -- --demo');
    const third = await npmStart(checkout, data, {}, undefined, ['--demo']);
    await untilReady(third);
    expect(third.output()).not.toContain('Filling the demo');
    await stop(third);
  });
});
