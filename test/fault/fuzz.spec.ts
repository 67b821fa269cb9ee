import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EdgeNotesModule } from '../api/edge.fixture.js';
import { drawn } from '#testing';
import { createWorld, type World } from '../world/world.js';
import { canary, seenCodes, seenIds } from './fuzz/bodies.js';
import { plantedCodes, plantStories, putEverybodyBack, sendersOf } from './fuzz/people.js';
import { requestsOf, seeTag, type ApiText, type FuzzRequest, type Sender } from './fuzz/requests.js';

/** How many requests are sent; fewer while working on something: FUZZ_REQUESTS=1000. */
const count = Number(process.env['FUZZ_REQUESTS'] ?? drawn({ full: 8_000, nightly: 20_000 }));
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);

/** How long a stream is heard. */
const streamMs = 60;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly tag: string | undefined;
  readonly head: string;
  readonly body: string;
}

let world: World;
let senders: Sender[];
let port: number;
const log: string[] = [];
let api: ApiText;
let ajv: Ajv2020;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const mistakes = new Map<string, string>();
const counted = new Map<string, number>();

beforeAll(async () => {
  world = await createWorld({ more: [EdgeNotesModule], log: (line) => log.push(line) });
  port = (world.server.address() as AddressInfo).port;
  seenCodes.push(...plantedCodes);
  for (const [kind, ids] of await plantStories(world)) seenIds.set(kind, ids);
  senders = await sendersOf(world);
  api = JSON.parse(
    (
      await send({
        operationId: '',
        template: '',
        method: 'GET',
        path: '/openapi.json',
        headers: {},
        body: undefined,
      })
    ).body,
  ) as ApiText;
  ajv = new Ajv2020({ strict: false, allErrors: false });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema(api, 'api');
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await world.close();
});

async function send(asked: FuzzRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const going = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: asked.method,
        path: asked.path,
        headers: {
          ...asked.headers,
          ...(asked.body !== undefined && { 'content-length': Buffer.byteLength(asked.body) }),
        },
      },
      (answer) => {
        let body = '';
        const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
        const heard = (): void => {
          resolve({
            status: answer.statusCode ?? 0,
            type,
            tag: answer.headers.etag,
            head: JSON.stringify(answer.headers),
            body,
          });
        };
        answer
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            body += chunk;
          })
          .on('end', heard);
        // A stream goes on for ever: what it says at first is heard, then it is left.
        if (type !== 'text/event-stream') {
          answer.on('error', reject);
          return;
        }
        counted.set('streams', (counted.get('streams') ?? 0) + 1);
        answer.on('error', () => undefined);
        setTimeout(() => {
          heard();
          answer.destroy();
        }, streamMs);
      },
    );
    going.on('error', reject);
    going.end(asked.body);
  });
}

/**
 * The check of an answer's body, as the document promises it for this operation and status; undefined where
 * it promises no body.
 */
function promiseOf(asked: FuzzRequest, answer: Answer): ValidateFunction | 'no body' | undefined {
  const written = api.paths[asked.template]?.[asked.method.toLowerCase()]?.responses[String(answer.status)];
  if (written === undefined) return undefined;
  const component = written.$ref?.slice('#/components/responses/'.length);
  const promised = component === undefined ? written : api.components.responses[component]!;
  if (promised.content === undefined) return 'no body';
  if (promised.content[answer.type] === undefined) return undefined;
  const place =
    component === undefined
      ? ['paths', asked.template, asked.method.toLowerCase(), 'responses', String(answer.status)]
      : ['components', 'responses', component];
  const path = [...place, 'content', answer.type, 'schema'];
  return ajv.getSchema(
    `api#/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
  );
}

function judge(asked: FuzzRequest, answer: Answer): void {
  const told = `${asked.operationId} ${asked.method} ${asked.path.slice(0, 300)} ${JSON.stringify(asked.headers).slice(0, 300)} ${asked.body?.slice(0, 600) ?? ''}\n→ ${answer.status} ${answer.type} ${answer.body.slice(0, 600)}`;
  // One example of each kind of mistake is told; the run goes on, so that one mistake does not hide the next.
  const wrong = (what: string): void => {
    const kind = `${what}: ${asked.operationId} ${answer.status}`;
    if (!mistakes.has(kind)) mistakes.set(kind, told);
  };
  if (answer.status >= 500) return wrong('a fault of the server');
  // An address that names no route at all (an odd part of it swallowed the rest) is answered as such.
  const isNowhere = answer.status === 404 || answer.status === 400;
  const promise = promiseOf(asked, answer);
  if (promise === undefined && !isNowhere) return wrong('an answer that the document does not list');
  if (promise === 'no body' && answer.body !== '') wrong('a body where none was promised');
  if (
    answer.type === 'text/event-stream' &&
    answer.body.split('\n').some((line) => !/^(?:|:.*|(?:id|event|data|retry): .*)$/.test(line))
  )
    wrong('no event stream');
  if (typeof promise === 'function' && answer.type.endsWith('json') && !promise(JSON.parse(answer.body)))
    wrong(`not as the document says (${ajv.errorsText(promise.errors)})`);
  // What was accepted may be shown again to whoever may see it; what was refused may not be repeated at all.
  if (answer.status >= 400 && (answer.body + answer.head).includes(canary)) wrong('a value was repeated');
}

/** The last word of a path that is no id: what its answers speak of. */
function kindAt(path: string): string {
  const word =
    (path.split('?')[0] ?? '')
      .split('/')
      .filter((part) => !/^[0-9a-f-]{36}$/.test(part))
      .at(-1) ?? '';
  return path.includes('/moves/') || word === 'bring-to-table' || word === 'bring-on-behalf'
    ? 'situations'
    : word;
}

function learn(asked: FuzzRequest, answer: Answer): void {
  if (answer.status >= 300) return;
  if (answer.tag !== undefined) seeTag(asked.path, answer.tag);
  const kind = kindAt(asked.path);
  const body =
    answer.type === 'application/json'
      ? (JSON.parse(answer.body) as { id?: string; rows?: { id?: string }[] })
      : {};
  const known = seenIds.get(kind) ?? [];
  for (const { id } of [body, ...(Array.isArray(body.rows) ? body.rows : [])])
    if (id !== undefined && known.length < 60 && !known.includes(id)) known.push(id);
  seenIds.set(kind, known);
  for (const [, code] of answer.body.matchAll(/"code":"([a-z0-9][a-z0-9.-]*)"/g))
    if (seenCodes.length < 400 && !seenCodes.includes(code!)) seenCodes.push(code!);
}

describe(`${count} requests made from our own document`, () => {
  it(
    'are answered without a fault, as promised, and without repeating a value',
    async () => {
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(requestsOf(api, senders), async (asked) => {
          const answer = await send(asked);
          const kind = `${answer.status}`;
          counted.set(kind, (counted.get(kind) ?? 0) + 1);
          judge(asked, answer);
          learn(asked, answer);
          sent += 1;
          if (sent % 40 === 0) await putEverybodyBack(world);
        }),
        { numRuns: count, seed, endOnFailure: true },
      );
      process.stdout.write(
        `fuzz: ${[...counted]
          .sort()
          .map(([status, times]) => `${status} × ${times}`)
          .join(', ')}\n`,
      );
      expect(Object.fromEntries(mistakes)).toEqual({});
      expect(sent).toBeGreaterThanOrEqual(count);
      // One weight in some hundred is the stream's, half of it of people who are let in.
      expect(counted.get('streams') ?? 0).toBeGreaterThan(count / 2_000);
      // Had all been refused at the door, nothing would have been tried.
      expect(
        [...counted].filter(([status]) => status.startsWith('2')).reduce((sum, [, times]) => sum + times, 0),
      ).toBeGreaterThan(count / 15);
    },
    60_000 + count * 100,
  );

  it('leave nothing that was sent in the log', () => {
    expect(log.length).toBeGreaterThan(count / 2);
    expect(log.filter((line) => line.includes(canary))).toEqual([]);
    expect(log.filter((line) => line.includes('"fault"'))).toEqual([]);
  });
});
