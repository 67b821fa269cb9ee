import { readdirSync } from 'node:fs';

/** The SQL of every named read, of every area of the database. The loader of sources must be registered. */
export async function everyQuery() {
  const areas = new URL('../../../libs/database/src/', import.meta.url);
  for (const area of readdirSync(areas)) await import(new URL(`${area}/index.ts`, areas));
  const { queriesText } = await import(new URL('door/index.ts', areas));
  return queriesText();
}
