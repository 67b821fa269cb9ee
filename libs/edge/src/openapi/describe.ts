import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problems } from '../catalogue/index.js';
import type { DeclaredAnswer } from './answers.js';
import { declaredRoutes, operationIdOf, type DeclaredRoute } from './routes.js';

/** What a route lets in: a permission word with the rows of the matrix that it serves, or everybody. */
export type RouteAccess =
  | {
      readonly permission: string;
      readonly rows: readonly number[];
      readonly takesSeat: boolean;
      /** Whether a proof given lately is wanted besides. */
      readonly stepUp: boolean;
    }
  | 'public';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = Record<string, unknown>;

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
/** What each status of a problem means; each is one component `Problem400`, `Problem401`, … of the document. */
const meanings: Readonly<Record<string, string>> = {
  400: 'Malformed or not valid; `fields` names paths and rules',
  401: 'No live session',
  403: 'The acting seat may not do this',
  404: 'Not there, or not visible: answered alike',
  409: 'Refused by a rule, or collided with another change',
  412: 'Changed since it was read',
  413: 'Body larger than 64 KiB',
  415: 'Not JSON',
  422: 'The idempotency key was used for something else',
  428: 'If-Match is missing',
  429: 'Too many attempts',
  500: 'A fault of the server, by request id',
  503: 'Busy, or the database cannot be reached; see Retry-After',
};

/**
 * The OpenAPI 3.1 document of an application: closed schemas, and on each operation its permission word, the
 * headers it takes and the problems it answers. The same code always gives the same text.
 */
export function describeApi(
  app: INestApplication,
  version: string,
  accessOf: (route: DeclaredRoute) => RouteAccess | undefined,
): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Situation Table')
    .setDescription(
      'Situation tables: four filters, assignments, outcomes. All answers but the meeting feed are `no-store`; what a seat may not see is not found.',
    )
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth('__Host-session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: operationIdOf,
    autoTagControllers: true,
  });
  const routes = declaredRoutes(app);
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation][]) {
      const route = routes.get(operation.operationId ?? '');
      if (route !== undefined) complete(operation, method, route, accessOf(route));
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...closed(document.components?.schemas ?? {}), Problem: problemSchema } as never,
    responses: Object.fromEntries(
      Object.entries(meanings).map(([status, description]) => [
        `Problem${status}`,
        { description, content: problemContent },
      ]),
    ),
  };
  return sorted(document) as OpenAPIObject;
}

function complete(
  operation: Operation,
  method: string,
  route: DeclaredRoute,
  access: RouteAccess | undefined,
): void {
  const isPublic = access === 'public';
  const parameters = (operation.parameters ??= []);
  const header = (name: string, required: boolean, schema: Schema, description: string): void => {
    parameters.push({ name, in: 'header', required, schema, description });
  };
  if (!isPublic) {
    operation.security = [{ session: [] }];
    if (access === undefined || access.takesSeat)
      header('Seat', true, { type: 'string', format: 'uuid' }, 'The seat that acts');
  }
  if (route.takesVersion)
    header(
      'If-Match',
      true,
      { type: 'string', pattern: '^"[\\w.-]{1,64}"$' },
      'The ETag that the change was made on',
    );
  if (route.takesOnceKey)
    header(
      'Idempotency-Key',
      true,
      { type: 'string', pattern: '^[\\w-]{16,64}$' },
      'A new one with each new request, the same one when it is repeated',
    );
  if (access !== undefined && access !== 'public') {
    Object.assign(operation, {
      'x-permission': access.permission,
      'x-matrix-rows': [...access.rows],
      ...(access.stepUp && { 'x-step-up': true }),
    });
  }
  if (isPublic) Object.assign(operation, { 'x-permission': 'public', 'x-matrix-rows': [63] });
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  if (route.answer !== undefined) operation.responses[success] = answerOf(route.answer);
  for (const status of problemStatuses(operation, method, route, isPublic)) {
    if (meanings[status] === undefined) throw new Error(`The meaning of status ${status} is not written.`);
    operation.responses[status] = { $ref: `#/components/responses/Problem${status}` };
  }
  delete (operation.responses as Record<string, unknown>)['default'];
}

function problemStatuses(
  operation: Operation,
  method: string,
  route: DeclaredRoute,
  isPublic: boolean,
): string[] {
  const changes = method !== 'get' && method !== 'head';
  return [
    '400',
    '404',
    '500',
    '503',
    ...(isPublic ? [] : ['401', '403', '409']),
    ...(changes ? ['401', '403', '409', '413', '415', '429'] : []),
    ...(route.takesVersion ? ['412', '428'] : []),
    ...(route.takesOnceKey ? ['412', '422'] : []),
    ...Object.keys(operation.responses).filter((status) => status.startsWith('4') || status.startsWith('5')),
  ];
}

function answerOf(answer: DeclaredAnswer): Operation['responses'][string] {
  const model = (): Schema => ({ $ref: answer.model === undefined ? '' : getSchemaPath(answer.model) });
  const json = (schema: Schema): Operation['responses'][string] => ({
    description: answer.isWhole === true ? 'The whole list: it is never cut' : 'Done',
    ...(answer.isWhole === true && { 'x-whole': true }),
    content: { 'application/json': { schema } },
  });
  switch (answer.shape) {
    case 'one':
      return json(model());
    case 'list':
      return json({ type: 'array', items: model() });
    case 'page':
      return json({
        type: 'object',
        required: ['rows', 'next'],
        additionalProperties: false,
        properties: {
          rows: { type: 'array', items: model(), maxItems: 50 },
          next: {
            type: ['string', 'null'],
            description: 'Send as `after` for the next page; null on the last',
          },
        },
      });
    case 'none':
      return { description: 'Done' };
    case 'file':
    case 'stream': {
      const type = answer.mediaType ?? 'application/octet-stream';
      return {
        description: 'Done',
        content: { [type]: { schema: { type: type === 'application/json' ? 'object' : 'string' } } },
      };
    }
    default:
      return answer.shape satisfies never;
  }
}

const problemSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'status', 'code', 'detail', 'next', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems).sort() },
    detail: { type: 'string' },
    next: { type: 'string', description: 'What to do now' },
    requestId: { type: 'string', format: 'uuid' },
    fields: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'rule'],
        properties: {
          field: { type: 'string' },
          rule: { type: 'string' },
          place: { type: 'integer', minimum: 1, description: 'Which character of the text is refused' },
          character: { type: 'string', pattern: '^U\\+[0-9A-F]{4,6}$' },
        },
      },
    },
  },
};

/** Objects have the fields they declare and no others, in requests and in answers. */
function closed(schemas: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const object = schema as Schema;
      return [
        name,
        object['type'] === 'object' && object['additionalProperties'] === undefined
          ? { ...object, additionalProperties: false }
          : object,
      ];
    }),
  );
}

/** The same content with the keys of every object in order, so that moving code about does not change the document. */
function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return key === 'required' || key === 'tags' ? [...value].sort() : value.map((inner) => sorted(inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner, name)]),
  );
}
