import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileKeyProvider } from '#crypto';
import { connectData, type Data, type DataSources } from '#database/door';
import type { Queue } from '#database/queue';
import { cloneDatabase, type TestDatabase } from '#testing';
import { createApi } from '../../apps/api/src/api.js';
import type { MailRoute } from '../../apps/api/src/platform/mail-route.js';

/** The API over a database clone and a keyring of its own, listening on a free port of loopback. */
export interface ServedClone {
  readonly database: TestDatabase;
  readonly data: Data;
  readonly sources: DataSources;
  readonly keys: FileKeyProvider;
  /** Not started: tests that want jobs done by themselves start it. */
  readonly queue: Queue;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** What `npm run build` made of apps/console. */
const consoleFolder = fileURLToPath(new URL('../../dist/apps/console/', import.meta.url));

/** Starts it. @param more modules of the test, served beside the features @param change is made to the application before it listens */
export async function serveClone(
  more: readonly Type[],
  log: (line: string) => void,
  change?: (app: NestFastifyApplication) => void,
  mail?: MailRoute,
): Promise<ServedClone> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'world-keys-'));
  const keys = await FileKeyProvider.openOrCreate(join(folder, 'keys'));
  const opened = await connectData({
    app: database.url('app'),
    authn: database.url('authn'),
    job: database.url('job'),
  });
  const app = await createApi(
    { publicUrl: undefined, requestTimeoutMs: 10_000, log, consoleFolder },
    { ...opened, keys, ...(mail && { mail }), webhooks: { toLoopback: true } },
    more,
  );
  change?.(app);
  await app.listen(0, '127.0.0.1');
  return {
    database,
    data: opened.data,
    sources: opened.sources,
    queue: opened.queue,
    keys,
    app,
    close: async () => {
      await app.close();
      await opened.close();
      await keys.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
