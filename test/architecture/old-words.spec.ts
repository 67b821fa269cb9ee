import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Words that were replaced by plain ones, with what to write instead; `docs/contribute.md` says why. */
const old = JSON.parse(readFileSync(resolve('test/architecture/old-words.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const [parts, characters, whole, inSchema, queues] = Object.values(old) as [
  object,
  object,
  object,
  object,
  object,
];

const files = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|schema\.ts|(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => join(folder, name)),
);

/** Names that a source declares: values, types, fields. */
const declaredIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:const|let|function|class|interface|type|readonly|private|async) +(\w+)/g)].map(
    ([, name]) => name!,
  );

const partsOf = (name: string): readonly string[] =>
  name.split(/(?=[A-Z])|[_.-]/).map((part) => part.toLowerCase().replace(/s$/, ''));

function oldNames(file: string, names: readonly string[]): readonly string[] {
  const forbidden = /guard|visibility|access\//.test(file)
    ? Object.keys(parts)
    : Object.keys({ ...parts, ...characters });
  return names
    .filter((name) => Object.hasOwn(whole, name) || partsOf(name).some((part) => forbidden.includes(part)))
    .map((name) => `${file}: ${name}`);
}

describe('a name in apps and libs', () => {
  it('uses no word that was replaced', () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => [
      ...oldNames(file, declaredIn(readFileSync(resolve(file), 'utf8'))),
      ...oldNames(file, [file.split('/').at(-1)!]),
    ]);
    expect(found).toEqual([]);
  });

  it.each([
    ['const wallCard = 1;', 1],
    ['interface Told { readonly code: string }', 1],
    ['function openLetter() {}', 1],
    ['const coordinator = 1; const wallet = 2;', 0],
  ])('%s: %i found', (text, times) => {
    expect(oldNames('apps/api/src/mail/planted.ts', declaredIn(text))).toHaveLength(times);
  });
});

/**
 * Names of ours in a line of the catalogue: without types, defaults and hashes, and without the names that
 * pg-boss gives.
 */
const namesIn = (line: string): readonly string[] =>
  line
    .replace(/\b(clock_timestamp|dead_letter|queue_dead_letter)\b|'[^']*'/g, '')
    .match(/\b[a-z]\w*(\.[a-z]\w*)*/g) ?? [];
const oldInSchema = (line: string): readonly string[] =>
  namesIn(line).filter((name) => partsOf(name).some((part) => Object.hasOwn(inSchema, part)));

describe('a name in the schema', () => {
  const lines = readFileSync(resolve('libs/database/schema/catalogue.txt'), 'utf8').split('\n');

  it('uses no word that was replaced', () => {
    expect(lines.length).toBeGreaterThan(2000);
    expect(lines.filter((line) => oldInSchema(line).length > 0)).toEqual([]);
  });

  it('is no queue of an old name', () => {
    const data = readFileSync(resolve('libs/database/schema/queue/data.sql'), 'utf8');
    const names = [...data.matchAll(/'(\w+)\.\w+'/g)].map(([, start]) => start!);
    expect(names).toContain('scheduled');
    expect(names.filter((name) => Object.hasOwn(queues, name))).toEqual([]);
  });

  it.each([
    ['column sec.situation_table.who_hears_t3 text not null', 1],
    ['policy sec.seat.seat_wall restricts for all to rep', 1],
    ['function app.ask(s app.situation, p_agency uuid, p_part text): job may execute', 1],
    ['column queue.queue.dead_letter text', 0],
    ['column app.opening.asked_at timestamp with time zone not null default clock_timestamp()', 0],
  ])('%s: %i found', (line, times) => {
    expect(oldInSchema(line)).toHaveLength(times);
  });
});
