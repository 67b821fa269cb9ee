import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { permissions, type Permission } from '#domain/visibility';
import { createWorld, type World } from '../world/world.js';
import { seenIds, valuesOf, type Schema } from './fuzz/bodies.js';
import { plantStories, putEverybodyBack, sendersOf } from './fuzz/people.js';
import { resolverOf, type ApiText, type Operation, type Sender } from './fuzz/requests.js';

/** What would do something where a parameter became part of a statement or of a query object. */
const odd = [
  "' or 1=1 --",
  '1); select pg_sleep(9); --',
  "'; drop table sec.app_user cascade; --",
  "%' union select null --",
  '{"$ne":null}',
  '$gt',
] as const;
const objects = ['{"$ne":null}', '{"$gt":""}', '{"$where":"sleep(9000)"}', '[{"$ne":null}]'] as const;

const api = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as ApiText;
const resolve = resolverOf(api);
const routes = Object.entries(api.paths).flatMap(([template, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${template}`,
    template,
    method: method.toUpperCase(),
    operation,
  })),
);

let world: World;
let senders: Sender[];
let ids: Map<string, string[]>;
let sent = 0;
beforeAll(async () => {
  world = await createWorld();
  ids = await plantStories(world);
  for (const [kind, known] of ids) seenIds.set(kind, known);
  senders = await sendersOf(world);
}, 60_000);
afterAll(async () => {
  process.stdout.write(`operators: ${sent} requests to ${routes.length} routes\n`);
  await world.close();
});
beforeEach(async () => {
  await putEverybodyBack(world);
});

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** One request on a line of its own; of a stream the head is enough. */
function ask(method: string, { path, headers, body }: Asked): Promise<Answer> {
  sent += 1;
  const from = performance.now();
  return new Promise((answered, failed) => {
    const going = request(
      {
        host: '127.0.0.1',
        port: (world.server.address() as AddressInfo).port,
        method,
        path,
        agent: false,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...headers,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        let text = '';
        const done = (): void => {
          answered({ status: answer.statusCode ?? 0, body: text, ms: performance.now() - from });
        };
        answer
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            text += chunk;
          })
          .on('end', done)
          .on('error', () => undefined);
        if (answer.headers['content-type']?.startsWith('text/event-stream') === true) {
          done();
          answer.destroy();
        }
      },
    );
    going.on('error', failed);
    going.end(body);
  });
}

/** Somebody whom the route lets in. */
function senderFor(operation: Operation): Sender {
  const permission: Permission | undefined =
    permissions[operation['x-permission'] as keyof typeof permissions];
  return (
    senders.find(({ persona }) => permission?.personas.includes(persona as never)) ?? {
      persona: '',
      headers: {},
    }
  );
}

/** A request as right as can be without knowing more, to be spoilt in one place. */
function rightly(
  template: string,
  operation: Operation,
): {
  path(at?: string, value?: string): string;
  headers: Record<string, string>;
  body: Record<string, unknown> | undefined;
} {
  const kind = (name: string): string =>
    /\/([^/]+)\/$/.exec(template.slice(0, template.indexOf(`{${name}}`)))?.[1] ?? '';
  const schema = operation.requestBody?.content['application/json']?.schema;
  return {
    path: (at, value = '') =>
      template.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === at
          ? encodeURIComponent(value)
          : (ids.get(kind(name))?.[0] ?? '00000000-0000-4000-8000-000000000000'),
      ),
    headers: { ...senderFor(operation).headers, 'if-match': '"v1"', 'idempotency-key': crypto.randomUUID() },
    body:
      schema === undefined
        ? undefined
        : (fc.sample(valuesOf(schema, resolve), { numRuns: 1, seed: 7 })[0] as Record<string, unknown>),
  };
}

/** Whether a field takes a person's own words, which may be any. */
function isWords(schema: Schema | undefined, name: string): boolean {
  const field = schema === undefined ? undefined : resolve(schema).properties?.[name];
  return (
    field !== undefined &&
    [field.type].flat().includes('string') &&
    field.enum === undefined &&
    field.format === undefined &&
    field.pattern === undefined
  );
}

describe('SQL and operators in place of every parameter', () => {
  it.each(routes)(
    '$route',
    async ({ template, method, operation }) => {
      const mistakes: string[] = [];
      const judge = (
        what: string,
        value: string,
        { status, body, ms }: Answer,
        isFine: (status: number) => boolean,
      ): void => {
        const repeated = status >= 400 && value.length > 4 && body.includes(value);
        if (status >= 500 || !isFine(status) || repeated || ms > 8_000)
          mistakes.push(`${what} = ${value}: ${status} after ${Math.round(ms)} ms ${body.slice(0, 200)}`);
      };
      const refused = (status: number): boolean => status >= 400;
      const { path, headers, body } = rightly(template, operation);
      const text = body === undefined ? undefined : JSON.stringify(body);
      for (const { name, in: place } of operation.parameters ?? []) {
        for (const value of odd) {
          const header = place === 'header' ? { [name.toLowerCase()]: value } : {};
          const asked =
            place === 'path'
              ? path(name, value)
              : place === 'query'
                ? `${path()}?${encodeURIComponent(name)}=${encodeURIComponent(value)}`
                : path();
          const answer = await ask(method, { path: asked, headers: { ...headers, ...header }, body: text });
          // A list that is asked for what there is not has nothing in it; only the way back of a stream may
          // say anything: it is then begun again.
          const nothing =
            place === 'query' &&
            answer.status === 200 &&
            !/"rows":\[[^\]]/.test(answer.body) &&
            !/^\[[^\]]/.test(answer.body);
          judge(
            `${place} ${name}`,
            value,
            answer,
            (status) => refused(status) || nothing || name.toLowerCase() === 'last-event-id',
          );
        }
        if (place !== 'query') continue;
        for (const nested of ['[$ne]=1', '[$gt]=', '[]=1', '.$where=1'])
          judge(
            `query ${name}${nested}`,
            nested,
            await ask(method, { path: `${path()}?${name}${nested}`, headers, body: undefined }),
            refused,
          );
      }
      for (const name of Object.keys(body ?? {})) {
        const spoilt = (value: string): Promise<Answer> =>
          ask(method, {
            path: path(),
            headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(body).replace(
              `"${name}":${JSON.stringify(body?.[name])}`,
              `"${name}":${value}`,
            ),
          });
        for (const value of objects) judge(`body ${name}`, value, await spoilt(value), refused);
        // Words are kept as words. Where something else is wanted they are refused.
        for (const value of odd)
          judge(
            `body ${name}`,
            value,
            await spoilt(JSON.stringify(value)),
            isWords(operation.requestBody?.content['application/json']?.schema, name) ? () => true : refused,
          );
      }
      expect(mistakes).toEqual([]);
      expect(await world.database.plant('select from sec.app_user limit 1')).toHaveLength(1);
    },
    120_000,
  );
});
