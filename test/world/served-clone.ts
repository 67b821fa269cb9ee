import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileKeyProvider } from '#crypto';
import { connectData, type Data, type DataSources } from '#database/door';
import type { Queue } from '#database/queue';
import { cloneDatabase, type TestDatabase } from '#testing';
import { createApi } from '../../apps/api/src/api.js';
import type { MailRoute } from '../../apps/api/src/platform/mail-route.js';

/** The API over a database clone and a keyring of its own, listening on a free port of loopback. */
export interface ServedClone {
  readonly url: string;
  readonly database: TestDatabase;
  readonly data: Data;
  readonly sources: DataSources;
  readonly keys: FileKeyProvider;
  /** Not started: tests that want jobs done by themselves start it. */
  readonly queue: Queue;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Modules of the test, served beside the features, or that replace a provider. */
  readonly more?: readonly (Type | DynamicModule)[];
  /** Where the API's log lines go; nowhere unless given. */
  readonly log?: ((line: string) => void) | undefined;
  /** Is made to the application before it listens. */
  readonly change?: ((app: NestFastifyApplication) => void) | undefined;
  /** How mail leaves, for tests that start the queue. */
  readonly mail?: MailRoute | undefined;
  readonly publicUrl?: URL | undefined;
  readonly requestTimeoutMs?: number;
  /** False leaves the console's files out. */
  readonly hasConsole?: boolean;
}

/** What `npm run build` made of apps/console. */
const consoleFolder = fileURLToPath(new URL('../../dist/apps/console/', import.meta.url));

/** The one way in which tests start the API in their own process. */
export async function serveClone({
  more = [],
  log = () => undefined,
  change,
  mail,
  publicUrl,
  requestTimeoutMs = 10_000,
  hasConsole = true,
}: ServeOptions = {}): Promise<ServedClone> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'world-keys-'));
  const keys = await FileKeyProvider.openOrCreate(join(folder, 'keys'));
  const opened = await connectData({
    app: database.url('app'),
    authn: database.url('authn'),
    job: database.url('job'),
  });
  const app = await createApi(
    { publicUrl, requestTimeoutMs, log, ...(hasConsole && { consoleFolder }) },
    { ...opened, keys, ...(mail && { mail }), webhooks: { toLoopback: true } },
    more as readonly Type[],
  );
  change?.(app);
  await app.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
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
