import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Queue } from '#database/queue';
import { createAdapter, Cursors, ProblemFilter, RequestMeter } from '#edge';
import type { Policy } from '#domain/visibility';
import { AppModule } from '../../apps/api/src/app.module.js';
import { MetricsAccess } from '../../apps/api/src/platform/meters.js';
import { ThePolicy } from '../../apps/api/src/situations/policy.js';
import { Actor, type World } from '../world/world.js';
import type { Server } from 'node:http';
import { moves, type Move } from '#domain/filters';

/** A first wall that lets everything through: what is then still hidden, PostgreSQL hides. */
export const openDoor: Policy = {
  scopeOf: () => 'all',
  mayWrite: () => true,
  attempt: (name, facts) => ({ allowed: true, to: (moves[name] as Move).stages[facts.stage] ?? facts.stage }),
};

export interface SecondApi {
  /** The same person, signed in with the same session, before this API. */
  of(actor: Actor): Actor;
  close(): Promise<void>;
}

/** A second API over the same database and keys, with another first wall in place of the product's. */
export async function apiWith(world: World, policy: Policy): Promise<SecondApi> {
  const filter = new ProblemFilter(
    () => undefined,
    () => Promise.resolve(),
  );
  const cursors = new Cursors(await world.keys.deriveKey('pageCursor'));
  const adapter = createAdapter(
    {
      publicUrl: undefined,
      requestTimeoutMs: 10_000,
      log: () => undefined,
      fingerprintKey: await world.keys.deriveKey('idempotency'),
    },
    filter,
  );
  const built = await Test.createTestingModule({
    imports: [
      AppModule.with({
        data: world.data,
        sources: world.sources,
        queue: new Queue(undefined),
        keys: world.keys,
        cursors,
        filter,
        meter: new RequestMeter(),
        metricsAccess: new MetricsAccess(undefined, false),
      }),
    ],
  })
    .overrideProvider(ThePolicy)
    .useValue(policy)
    .compile();
  const app = built.createNestApplication<NestFastifyApplication>(adapter, {
    bodyParser: false,
    logger: false,
  });
  app.setGlobalPrefix('api/v1');
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  return {
    of: (actor) => new Actor(server, actor.identity),
    close: () => app.close(),
  };
}
