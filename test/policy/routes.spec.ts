import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { sessionCookieName } from '#access';
import { createWorld, type Actor, type World } from '../world/world.js';
import { cell, matrix, type Column } from './matrix.js';
import {
  entitled,
  officerMay,
  ofSituations,
  operations,
  rightOf,
  streams,
  type Operation,
} from './operations.js';
import { keys, readings } from './reading.js';
import { rowsToCome } from './rows-to-come.js';
import { moveWritings } from './told-moves.js';
import { contentWritings } from './writing.js';

const text = readFileSync(new URL('../../docs/authorization-matrix.md', import.meta.url), 'utf8');
const closed = operations.filter(({ permission }) => permission !== 'public');

let world: World;
const sweepers = new Map<Column | 'PO', Actor>();
beforeAll(async () => {
  world = await createWorld();
  const like = {
    OR: ['rep', 'harbour', 'police'],
    CO: ['coordinator', 'harbour', 'city'],
    XR: ['rep', 'valley', 'valleyPolice'],
    AU: ['auditor', null, null],
    AD: ['administrator', null, null],
    PO: ['privacy', null, 'health'],
  } as const;
  for (const [who, [persona, table, agency]] of Object.entries(like))
    sweepers.set(who as Column, await world.enter(`sweeper-${who}`, { persona, table, agency }));
});
afterAll(async () => {
  await world.close();
});

/**
 * Asks with an empty body and ids of nothing: whoever is let in is told what is missing, whoever is not is
 * refused before anything is read.
 */
async function knock(actor: Actor, operation: Operation): Promise<{ status: number; code: string }> {
  if (streams.includes(operation.path)) return headOf(actor, operation.path);
  const path = operation.path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, () => randomUUID());
  const sent =
    operation.method === 'get'
      ? actor.get(path)
      : operation.method === 'post'
        ? actor.post(path)
        : operation.method === 'delete'
          ? actor.delete(path)
          : actor.put(path, {});
  if (operation.method === 'patch') sent.method = 'PATCH';
  const { status, body } = await sent;
  return { status, code: String((body as { code?: unknown }).code) };
}

/** The head of an answer that would go on. */
async function headOf(actor: Actor, path: string): Promise<{ status: number; code: string }> {
  const { port } = world.server.address() as AddressInfo;
  const ending = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: {
      cookie: `${sessionCookieName}=${actor.token}`,
      seat: actor.seatId,
      'sec-fetch-site': 'same-origin',
    },
    signal: ending.signal,
  });
  const code = answer.status >= 400 ? String(((await answer.json()) as { code?: unknown }).code) : '';
  ending.abort();
  return { status: answer.status, code };
}

describe('every route and every row of the matrix', () => {
  it('a route stands on rows, and they are rows of the matrix', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(
      operations
        .filter(({ rows }) => rows.length === 0 || rows.some((row) => !matrix.rows.has(row)))
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([]);
  });

  it('a row has a test, or waits for its issue and no route claims it', () => {
    const read = [...readings, ...keys].flatMap(({ rows, also = [] }) => [
      ...(Object.values(rows) as number[]),
      ...also,
    ]);
    const tested = new Set([
      ...read,
      ...moveWritings.map(({ row }) => row),
      ...contentWritings.map(({ row }) => row),
      ...operations.flatMap(({ rows }) => rows),
    ]);
    expect([...matrix.rows.keys()].filter((row) => !tested.has(row) && !(row in rowsToCome))).toEqual([]);
    expect(
      Object.keys(rowsToCome)
        .map(Number)
        .filter((row) => tested.has(row)),
    ).toEqual([]);
  });

  it('a move and every content of a situation is tried by its own writing', () => {
    const tried = new Set(
      [...moveWritings, ...contentWritings].map(({ method, path }) => `${method} /api/v1${path}`),
    );
    const changes = operations
      .filter(({ method, path }) => method !== 'get' && path.startsWith('/api/v1/situations/{id}/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(changes.filter((change) => !tried.has(change.replace('{situation}', '{row}')))).toEqual([]);
  });

  it('what is said of the privacy officer is quoted from the matrix, and each special right matches a cell', () => {
    expect(Object.values(officerMay).filter((quoted) => !text.includes(quoted))).toEqual([]);
    for (const [permission, words] of Object.entries(rightOf)) {
      const rows = operations.find((operation) => operation.permission === permission)?.rows ?? [];
      if (words === 'noColumn') continue;
      expect({
        permission,
        matches: rows.some((row) =>
          Object.values(matrix.rows.get(row)!.cells).some(({ text: said }) => words.test(said)),
        ),
      }).toEqual({ permission, matches: true });
    }
  });
});

describe('who is let in', () => {
  it('nobody who is not signed in', async () => {
    const found: string[] = [];
    for (const operation of closed) {
      const path = operation.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const ask = request(world.server);
      const { status } = await ask[operation.method](path).set('sec-fetch-site', 'same-origin');
      if (status !== 401) found.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(found).toEqual([]);
  }, 60_000);

  it.each(['OR', 'CO', 'XR', 'AU', 'AD'] as const)(
    '%s where a row gives a right, and nowhere else',
    async (column) => {
      const found: string[] = [];
      const outsider = column === 'AU' || column === 'AD';
      for (const operation of closed.filter(
        ({ path, method }) => !(method === 'delete' && path === '/api/v1/session'),
      )) {
        // What a seat at the table does to a situation depends on the situation: writing.spec.ts and
        // reading.spec.ts try it there.
        if (!outsider && operation.path.startsWith('/api/v1/situations/{id}/')) continue;
        const { status, code } = await knock(sweepers.get(column)!, operation);
        const right = entitled(
          operation,
          column === 'XR' && !operation.rows.every((row) => ofSituations.includes(row)) ? 'OR' : column,
        );
        const refused = status === 403 && code !== 'permission.stepUp';
        const outside = outsider && operation.rows.every((row) => ofSituations.includes(row));
        const ok =
          outside || (!right && operation.rows.every((row) => cell(row, column).refused === 403))
            ? refused
            : right
              ? !refused && status < 500
              : refused || status === 404 || status === 400 || status === 428 || status === 200;
        if (!ok)
          found.push(
            `${operation.method} ${operation.path} (${operation.permission}, rows ${operation.rows.join(' ')}): ${status} ${code}, the matrix says ${right ? 'yes' : 'no'}`,
          );
      }
      expect(found).toEqual([]);
    },
    60_000,
  );

  it('the privacy officer where the matrix says so in words, and nowhere else', async () => {
    const found: string[] = [];
    for (const operation of closed.filter(
      ({ path, method }) => !(method === 'delete' && path === '/api/v1/session'),
    )) {
      const { status, code } = await knock(sweepers.get('PO')!, operation);
      const right = operation.permission in officerMay;
      if (right === (status === 403 && code !== 'permission.stepUp'))
        found.push(
          `${operation.method} ${operation.path} (${operation.permission}): ${status} ${code}, the matrix says ${right ? 'yes' : 'no'}`,
        );
    }
    expect(found).toEqual([]);
  }, 60_000);
});
