import fc from 'fast-check';
import { permissions, type Permission } from '#domain/visibility';
import { bodiesOf, idsOf, parametersOf, valuesOf, type Resolve, type Schema } from './bodies.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface Media {
  readonly schema?: Schema;
}

/** What an operation answers: written in place, or one of the document's components. */
interface Answered {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Operation {
  readonly operationId: string;
  readonly 'x-permission'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answered>>;
}
export interface ApiText {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Answered>>;
  };
}

/** A request as it goes out, and what it was made from. */
export interface FuzzRequest {
  readonly operationId: string;
  readonly template: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Somebody whose requests these are: the headers that say so. */
export interface Sender {
  readonly persona: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Version marks seen in answers, by path; a move's under the thing that it moved. */
const seenTags = new Map<string, string>();

export function seeTag(path: string, tag: string): void {
  seenTags.set((path.split('?')[0] ?? '').replace(/\/moves\/.*$/, ''), tag);
}

/** The mark last seen at a path, else at the thing that the path begins with. */
function tagAt(path: string): string {
  return seenTags.get(path) ?? seenTags.get(path.split('/').slice(0, 5).join('/')) ?? '"v1"';
}

export function resolverOf(api: ApiText): Resolve {
  return (schema) => {
    const name = schema.$ref?.split('/').pop();
    return name === undefined ? schema : (api.components.schemas[name] ?? {});
  };
}

/** Requests to every operation of a document, from all senders, in all states of disorder. */
export function requestsOf(api: ApiText, senders: readonly Sender[]): fc.Arbitrary<FuzzRequest> {
  const resolve = resolverOf(api);
  const each: { readonly weight: number; readonly arbitrary: fc.Arbitrary<FuzzRequest> }[] = [];
  for (const [template, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      // What has more ways to go wrong is asked more often.
      const weight = operation.requestBody === undefined ? (template.includes('{') ? 2 : 1) : 4;
      each.push({ weight, arbitrary: requestOf(template, method, operation, senders, resolve) });
    }
  }
  return fc.oneof(...each);
}

function requestOf(
  template: string,
  method: string,
  operation: Operation,
  senders: readonly Sender[],
  resolve: Resolve,
): fc.Arbitrary<FuzzRequest> {
  const parameters = operation.parameters ?? [];
  const textsOf = (place: string): fc.Arbitrary<Record<string, string>> => {
    const found = parameters.filter((parameter) => parameter.in === place);
    return fc.record(
      Object.fromEntries(
        found.map(({ name, schema }) => [
          name,
          place === 'path'
            ? partsOf(template, name, schema ?? {}, resolve)
            : parametersOf(schema ?? {}, resolve),
        ]),
      ),
      {
        requiredKeys:
          place === 'path'
            ? found.map(({ name }) => name)
            : found.filter(({ required }) => required === true).map(({ name }) => name),
      },
    );
  };
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body =
    schema === undefined ? fc.constantFrom(undefined, undefined, undefined, '{}') : bodiesOf(schema, resolve);
  const extra = fc.oneof(
    { weight: 40, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'limit=1&limit=2',
        '__proto__=1',
        'x%00=1',
        'Zqxcanary=1',
        'after=AAAA',
        'limit=51',
      ),
    },
  );
  const types = fc.oneof(
    { weight: 60, arbitrary: fc.constant('application/json') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/xml',
        'application/json; charset=latin1',
        'multipart/form-data; boundary=a',
      ),
    },
  );
  return fc
    .tuple(
      textsOf('path'),
      textsOf('query'),
      extra,
      body,
      types,
      sendersFor(operation, senders),
      headersOf(parameters, resolve),
    )
    .map(([inPath, inQuery, more, text, type, sender, headers]) => {
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => inPath[name] ?? '');
      const query = [
        ...Object.entries(inQuery).map(([name, value]) => `${encodeURIComponent(name)}=${value}`),
        more,
      ]
        .filter((part) => part !== '')
        .join('&');
      return {
        operationId: operation.operationId,
        template,
        method: method.toUpperCase(),
        path: query === '' ? path : `${path}?${query}`,
        headers: {
          ...headers,
          ...(headers['if-match'] === 'seen' && { 'if-match': tagAt(path) }),
          ...sender.headers,
          ...(text !== undefined && { 'content-type': type }),
        },
        body: text,
      };
    });
}

/** What stands in the place of a path's parameter: mostly an id of the kind that the path names just before it. */
function partsOf(template: string, name: string, schema: Schema, resolve: Resolve): fc.Arbitrary<string> {
  const kind = /\/([^/]+)\/$/.exec(template.slice(0, template.indexOf(`{${name}}`)))?.[1];
  return fc.oneof(
    { weight: 9, arbitrary: idsOf(kind) },
    { weight: 1, arbitrary: parametersOf(schema, resolve) },
  );
}

/** Mostly somebody whom the operation lets in. */
function sendersFor(operation: Operation, senders: readonly Sender[]): fc.Arbitrary<Sender> {
  const permission: Permission | undefined =
    permissions[operation['x-permission'] as keyof typeof permissions];
  const letIn = senders.filter(({ persona }) => permission?.personas.includes(persona as never));
  return letIn.length === 0
    ? fc.constantFrom(...senders)
    : fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...letIn) },
        { weight: 1, arbitrary: fc.constantFrom(...senders) },
      );
}

/** The headers that an operation takes, mostly right; who sends it is added later. */
function headersOf(parameters: readonly Parameter[], resolve: Resolve): fc.Arbitrary<Record<string, string>> {
  const made: Record<string, fc.Arbitrary<string | undefined>> = {
    'accept-language': fc.constantFrom('en', 'fr-CA', 'xx;q=9', ''),
  };
  for (const { name, in: place, schema } of parameters) {
    if (place !== 'header' || name.toLowerCase() === 'seat') continue;
    const key = name.toLowerCase();
    if (key === 'if-match')
      made[key] = fc.oneof(
        { weight: 16, arbitrary: fc.constantFrom('seen', 'seen', '"v1"', '"v2"', '"v4"') },
        { weight: 1, arbitrary: fc.constantFrom('*', 'W/"v1"', 'Zqxcanary', undefined) },
      );
    else if (key === 'idempotency-key')
      made[key] = fc.oneof(
        { weight: 24, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom('00000000-0000-4000-8000-000000000001', 'short', undefined) },
      );
    else
      made[key] = valuesOf(schema ?? {}, resolve).map((value) => String(value).replace(/[^\x20-\x7e]/g, ''));
  }
  return fc
    .record(made)
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    );
}
