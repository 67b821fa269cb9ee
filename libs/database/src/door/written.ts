import type { Session } from './session.js';

/*
 * Agencies, tables and settings. Errors of all: P0002 not there or not for this viewer, 40001 stale, P0001
 * with the code of a refusal, 42501 for another persona.
 */
export async function made(session: Session, sql: string, parameters: readonly unknown[]): Promise<string> {
  return (await session.one<{ id: string }>(sql, parameters)).id;
}

export async function versioned(
  session: Session,
  sql: string,
  parameters: readonly unknown[],
): Promise<number> {
  return (await session.one<{ version: number }>(sql, parameters)).version;
}
