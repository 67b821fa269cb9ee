import { RequestMethod, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createAdapter, Cursors, ProblemFilter, type AdapterOptions } from '#edge';
import { AppModule } from './app.module.js';
import type { Readiness } from './probes/readiness.js';

export interface ApiConfig extends AdapterOptions {
  /** 32 bytes, the same for all processes of one installation: seals the marks of pages. */
  readonly cursorKey: Uint8Array;
}

/** The paths outside `/api/v1`: what machines and newcomers look for at fixed places. */
const outsidePrefix = ['healthz', 'readyz', 'openapi.json', 'docs', 'docs/:asset']
  .map((path) => ({ path, method: RequestMethod.GET }));

/**
 * Builds the API over a door to the data, ready to listen or to be closed.
 * @param more modules of tests, served beside the features.
 * @throws when a module cannot be built; nothing listens then.
 */
export async function createApi(config: ApiConfig, data: Readiness, more: readonly Type[] = []): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter((fault) => config.log(JSON.stringify({ time: new Date().toISOString(), level: 'fault', ...fault })));
  const parts = { readiness: data, cursors: new Cursors(config.cursorKey), filter };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts, more), createAdapter(config, filter), {
    bodyParser: false,
    abortOnError: false,
    logger: ['error', 'warn', 'fatal'],
  });
  app.setGlobalPrefix('api/v1', { exclude: outsidePrefix });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
