import { createHash } from 'node:crypto';

/**
 * An event as a line of the exported log: a JSON array in the order in which the chain hashes it (chain,
 * number, microseconds, session, actor, seat, persona, agency, action, object type, object, fields, outcome,
 * purpose, request, detail), then the hash before it and its own.
 */
export type EventLine = readonly [chain: string, seq: number, ...rest: (string | number | null)[]];

export const hashedParts = 16;
const partsOfLine = hashedParts + 2;

/**
 * The hash of an event after the one before it; hexadecimal. What is hashed is a JSON array of texts without
 * spaces, as `audit.canonical` of the database writes it.
 */
export function eventHash(before: string, line: EventLine): string {
  const texts = line.slice(0, hashedParts).map((part) => (part === null ? null : String(part)));
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(JSON.stringify(texts)).digest('hex');
}

export function isEventLine(value: unknown): value is EventLine {
  return (
    Array.isArray(value) &&
    value.length === partsOfLine &&
    typeof value[0] === 'string' &&
    Number.isSafeInteger(value[1]) &&
    value.slice(2).every((part) => part === null || typeof part === 'string' || Number.isSafeInteger(part))
  );
}
