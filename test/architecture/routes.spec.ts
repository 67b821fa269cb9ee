import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { matrixRows } from '#domain/visibility';
import { declaredAccess } from '#access';
import { permissions } from '#domain/visibility';
import { declaredRoutes, type DeclaredRoute } from '#edge';
import { createIdleApi } from '../../apps/api/src/api.js';
import { documentOf } from '../../apps/api/src/docs/document-of.js';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema?: { readonly $ref?: string } }>;
  };
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>;
}

const told: string[] = [];
let app: INestApplication;
let routes: readonly DeclaredRoute[];
let document: OpenAPIObject;
let operations: readonly { readonly method: string; readonly path: string; readonly operation: Operation }[];

beforeAll(async () => {
  app = await createIdleApi();
  routes = [...declaredRoutes(app).values()];
  Logger.overrideLogger({
    log: () => undefined,
    error: (text: string) => told.push(text),
    warn: (text: string) => told.push(text),
  });
  document = documentOf(app);
  Logger.overrideLogger(false);
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      method,
      path,
      operation,
    })),
  );
});

const rowNumbers = new Set(Object.keys(matrixRows).map(Number));

/** Changes that need no version, each with its reason. */
const withoutVersion = /^(?:session|account|mailAddress|calendar|password|sessions|signIn|setUp)\b/;

describe('every route', () => {
  it('is in the document, and the document has no other', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      routes.map(({ operationId }) => operationId).sort(),
    );
    expect(routes.length).toBeGreaterThan(4);
  });

  it('declares who may use it', () => {
    const closed = routes.filter(
      ({ handler, controller }) => declaredAccess(handler, controller) === undefined,
    );
    expect(closed.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('declares what it answers', () => {
    const silent = operations.filter(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => status.startsWith('2') && status !== '204')
        .some(([, { content }]) => content === undefined),
    );
    expect(silent.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('lists its problems', () => {
    const bare = operations.filter(
      ({ operation }) => !['400', '404', '500', '503'].every((status) => status in operation.responses),
    );
    expect(bare).toEqual([]);
  });

  it('that changes something says on which version, and a POST under which key', () => {
    const headers = (operation: Operation): string[] =>
      (operation.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name);
    const loose = operations.filter(({ method, operation }) => {
      const taken = headers(operation);
      if (method === 'put' || method === 'patch' || method === 'delete')
        return !taken.includes('If-Match') && !withoutVersion.test(operation.operationId);
      if (method === 'post') return taken.includes('Seat') && !taken.includes('Idempotency-Key');
      return false;
    });
    expect(loose.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('names no table in its path', () => {
    expect(operations.filter(({ path }) => /\{tableId\}/.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the document', () => {
  it('is written without a complaint, such as of two classes of one name', () => {
    expect(told).toEqual([]);
  });
});

describe('every permission word', () => {
  it.each(Object.entries(permissions))('%s stands on rows of the matrix', (_, { rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(rowNumbers).toContain(row);
  });

  it('is used by a route', () => {
    const used = new Set(
      routes.map(({ handler, controller }) => declaredAccess(handler, controller)?.access),
    );
    expect(Object.keys(permissions).filter((name) => !used.has(name as keyof typeof permissions))).toEqual(
      [],
    );
  });
});

describe('every request', () => {
  it('is closed, and documents just the fields that it checks', () => {
    const checked = new Map<string, Set<string>>();
    const storage = getMetadataStorage() as unknown as {
      validationMetadatas: Map<{ name: string }, { propertyName: string }[]>;
    };
    for (const [target, fields] of storage.validationMetadatas) {
      const names = checked.get(target.name) ?? new Set();
      for (const { propertyName } of fields) names.add(propertyName);
      checked.set(target.name, names);
    }
    for (const { operation } of operations) {
      const name = operation.requestBody?.content['application/json']?.schema?.$ref?.split('/').pop();
      if (operation.requestBody === undefined) continue;
      expect({ operation: operation.operationId, name: typeof name }).toEqual({
        operation: operation.operationId,
        name: 'string',
      });
      const schema = document.components?.schemas?.[name ?? ''] as {
        properties?: object;
        additionalProperties?: unknown;
      };
      expect({ name, closed: schema.additionalProperties }).toEqual({ name, closed: false });
      const documented = Object.keys(schema.properties ?? {});
      for (const field of checked.get(name ?? '') ?? [])
        expect({ name, documented }).toEqual({ name, documented: expect.arrayContaining([field]) });
    }
  });
});
