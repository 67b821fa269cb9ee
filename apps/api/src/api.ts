import { RequestMethod, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Data } from '#database/door';
import { Queue } from '#database/queue';
import { createAdapter, Cursors, ProblemFilter, RequestMeter, type AdapterOptions } from '#edge';
import { AppModule } from './app.module.js';
import { serveConsole } from './console/serve-console.js';
import { ApiDocument } from './docs/api-document.js';
import { documentOf } from './docs/document-of.js';
import { MetricsAccess } from './platform/meters.js';
import { LineLogger } from './platform/line-logger.js';
import type { ApiParts } from './platform/parts.js';
import { refusalNotes } from './platform/refusal-notes.js';

/** How the API is to serve; keys come from the key provider. */
export interface ApiConfig extends Omit<AdapterOptions, 'fingerprintKey' | 'meter' | 'onAbandoned'> {
  /** The folder of the built console; without it the API stands alone. */
  readonly consoleFolder?: string;
  /** Opens `/metrics` to whoever sends it. */
  readonly metricsToken?: string | undefined;
}

/** The paths outside `/api/v1`: what machines and newcomers look for at fixed places. */
const outsidePrefix = [
  'healthz',
  'readyz',
  'metrics',
  'openapi.json',
  'docs',
  'docs/page.js',
  'docs/page.css',
].map((path) => ({ path, method: RequestMethod.GET }));

interface Assembly {
  /** Leaves every class of the application unmade, so that nothing it would do at its making is done. */
  readonly preview?: boolean;
  readonly more?: readonly Type[];
}

async function assemble(
  config: ApiConfig,
  parts: ApiParts,
  { preview = false, more = [] }: Assembly,
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter(
    (fault) => config.log(JSON.stringify({ time: new Date().toISOString(), level: 'fault', ...fault })),
    refusalNotes(parts.data),
  );
  const cursors = new Cursors(await parts.keys.deriveKey('pageCursor'));
  const meter = new RequestMeter();
  const metricsAccess = new MetricsAccess(config.metricsToken, config.publicUrl !== undefined);
  const adapter = createAdapter(
    {
      ...config,
      meter,
      fingerprintKey: await parts.keys.deriveKey('idempotency'),
      onAbandoned: (requestId, isAnswering) => {
        parts.data.abandon(requestId, isAnswering);
      },
    },
    filter,
  );
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ ...parts, cursors, filter, meter, metricsAccess }, more),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: preview ? ['error', 'fatal'] : new LineLogger(config.log),
      preview,
    },
  );
  app.setGlobalPrefix('api/v1', { exclude: outsidePrefix });
  return app;
}

/**
 * Builds the API over its parts, ready to listen or to be closed.
 * @param more modules of tests, served beside the features.
 * @throws when a module cannot be built; nothing listens then.
 */
export async function createApi(
  config: ApiConfig,
  parts: ApiParts,
  more: readonly Type[] = [],
): Promise<NestFastifyApplication> {
  const app = await assemble(config, parts, { more });
  if (config.consoleFolder !== undefined)
    serveConsole(app.getHttpAdapter().getInstance(), config.consoleFolder);
  await app.init();
  app.get(ApiDocument).writtenBy(() => JSON.stringify(documentOf(app)));
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The application as it is declared, with nothing behind it: for describing it, not for serving. */
export async function createIdleApi(): Promise<NestFastifyApplication> {
  const keys = { deriveKey: () => Promise.resolve(Buffer.alloc(32)) } as unknown as ApiParts['keys'];
  const sources = {} as ApiParts['sources'];
  return assemble(
    { requestTimeoutMs: 1000, log: () => undefined },
    { data: new Data(sources), sources, queue: new Queue(undefined), keys },
    { preview: true },
  );
}
