import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The faces that documents are set in: Atkinson Hyperlegible Next, which people who see badly read best. */
export type Face = 'regular' | 'bold';
/** A font comes in two files: what Western languages need, and the other Latin letters. */
export type Subset = 'latin' | 'latin-ext';

const weights: Readonly<Record<Face, number>> = { regular: 400, bold: 700 };
const installed = createRequire(import.meta.url);
const kept = new Map<string, Buffer>();

/** A file of the font, read once a process. */
export function fontFile(face: Face, subset: Subset, format: 'woff' | 'woff2'): Buffer {
  const name = `atkinson-hyperlegible-next-${subset}-${weights[face]}-normal.${format}`;
  const known = kept.get(name);
  if (known) return known;
  const bytes = readFileSync(installed.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`));
  kept.set(name, bytes);
  return bytes;
}
