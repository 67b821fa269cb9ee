import fc from 'fast-check';

/** The part of a JSON schema that our document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}
export type Resolve = (schema: Schema) => Schema;

/** What no answer and no log line may hold: planted in every text that is sent. */
export const canary = 'Zqxcanary';
/**
 * Ids seen in answers, under the last word of the path that they were seen at, so that later requests speak
 * of things that exist.
 */
export const seenIds = new Map<string, string[]>();
/** Codes of the codebook seen in answers. */
export const seenCodes: string[] = [];

/** An id of a kind of thing, if any was seen; else of anything. */
export function idsOf(kind?: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.uuid() },
    {
      weight: 8,
      arbitrary: fc.nat(10_000).map((at) => {
        const known = (kind === undefined ? undefined : seenIds.get(kind)) ?? [...seenIds.values()].flat();
        return known[at % Math.max(1, known.length)] ?? '00000000-0000-4000-8000-000000000000';
      }),
    },
  );
}

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function texts(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return idsOf();
  if (schema.format === 'date') return days;
  if (schema.format === 'date-time') return days.map((day) => `${day}T12:30:00Z`);
  if (schema.pattern !== undefined) {
    const form = new RegExp(schema.pattern);
    return fc.tuple(fc.stringMatching(form), fc.nat(10_000)).map(([made, at]) => {
      const known = seenCodes.filter((code) => form.test(code));
      return at % 12 === 0 ? made : (known[at % Math.max(1, known.length)] ?? made);
    });
  }
  const least = schema.minLength ?? 0;
  const most = Math.min(schema.maxLength ?? 200, 3000);
  return fc.oneof(
    {
      weight: 30,
      arbitrary: fc
        .lorem({ maxCount: 4 })
        .map((words) => `${canary} ${words}`.slice(0, most).padEnd(least, 'a')),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(least, Math.max(least, 1), most, most + 1)
        .map((length) => 'é'.repeat(length)),
    },
  );
}

/** Values that a schema allows, and those just at and beyond its bounds. */
export function valuesOf(given: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  const choices = schema.anyOf ?? schema.oneOf ?? (schema.allOf?.length === 1 ? schema.allOf : undefined);
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, resolve)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['null']);
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, resolve)));
}

function valuesOfType(type: string, schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? -5;
      const most = schema.maximum ?? 1000;
      return fc.oneof(
        { weight: 24, arbitrary: fc.integer({ min: least, max: most }) },
        { weight: 1, arbitrary: fc.constantFrom(least, most, least - 1, most + 1) },
      );
    }
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const bounds = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 6) };
      const items = valuesOf(schema.items ?? {}, resolve);
      return schema.uniqueItems === true ? fc.uniqueArray(items, bounds) : fc.array(items, bounds);
    }
    case 'object': {
      const properties = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valuesOf(inner, resolve)]),
      );
      return fc.record(properties, { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return fc.constant(null);
  }
}

const bidi = '\u202E';
/** Things to put where something else belongs; each becomes JSON text as it stands. */
const odd: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1.5',
  '1e308',
  '1e999',
  '9007199254740993',
  '""',
  '[]',
  '{}',
  '[[[[[[[[[[]]]]]]]]]]',
  '{"$ne":null}',
  '{"$gt":""}',
  `"${canary}' or 1=1 --"`,
  `"${canary}\\u0000"`,
  `"${canary}${bidi}"`,
  `"\u200B${canary}"`,
  `"\\ud800${canary}"`,
  `"${canary}\\u0007"`,
  `"=${canary}"`,
  '"1899-12-31"',
  '"2023-02-29"',
  '"2026-11-22T25:00:00Z"',
  '"00000000-0000-0000-0000-000000000000"',
  `"${'a'.repeat(9000)}"`,
  `["${canary}"]`,
  `{"${canary}":1}`,
  '"\u{1F46E}\u{1F3FD}"',
  '"e\u0301"',
  '"\u{10FFFD}"',
];

/** A body as bytes are sent: mostly right, else wrong in one way. */
export function bodiesOf(schema: Schema, resolve: Resolve): fc.Arbitrary<string> {
  return fc
    .tuple(valuesOf(schema, resolve), fc.nat(99), fc.nat(), fc.constantFrom(...odd))
    .map(([value, kind, at, wrong]) => {
      const text = JSON.stringify(value);
      if (kind < 60) return text;
      if (kind < 76) return replaceLeaf(text, at, wrong);
      if (kind < 81) return dropField(value, at);
      if (kind < 86)
        return text.replace(/^\{/, `{${JSON.stringify(`${canary}${at}`)}:1${text === '{}' ? '' : ','}`);
      if (kind < 89) return text.replace(/^\{("(?:[^"\\]|\\.)*":)/, '{$1null,$1');
      if (kind < 91)
        return text.replace(
          /^\{/,
          `{"${['__proto__', 'constructor', 'prototype'][at % 3]}":{}${text === '{}' ? '' : ','}`,
        );
      if (kind < 94) return wrong;
      if (kind < 96) return text.slice(0, at % (text.length + 1));
      if (kind < 97) return `${'['.repeat(20_000)}`;
      if (kind < 98) return JSON.stringify({ words: canary.repeat(8000) });
      return '';
    });
}

/** Puts a wrong thing in the place of one of the leaves of a JSON text. */
function replaceLeaf(text: string, at: number, wrong: string): string {
  const leaves = [
    ...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/gi),
  ];
  const leaf = leaves[at % Math.max(1, leaves.length)];
  return leaf === undefined
    ? wrong
    : text.slice(0, leaf.index) + wrong + text.slice(leaf.index + leaf[0].length);
}

function dropField(value: unknown, at: number): string {
  if (typeof value !== 'object' || value === null) return 'null';
  const names = Object.keys(value);
  const dropped = names[at % Math.max(1, names.length)];
  return JSON.stringify(Object.fromEntries(Object.entries(value).filter(([name]) => name !== dropped)));
}

/** A parameter as it stands in an address: mostly right, else wrong in one way. */
export function parametersOf(schema: Schema, resolve: Resolve): fc.Arbitrary<string> {
  const wrong = [
    '',
    '%00',
    '%ff',
    '%E2%80%AE',
    `${canary}`,
    `${canary}'--`,
    '..%2F..',
    '%2e%2e',
    '-1',
    '1e9',
    'null',
    '[]',
    '$ne',
    'a'.repeat(150),
    '%F0%9F%99%82',
    '%u0041',
  ];
  return fc.oneof(
    {
      weight: 6,
      arbitrary: valuesOf(schema, resolve).map((value) => encodeURIComponent(wellFormed(String(value)))),
    },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}
