import type { Data } from '../door/data.js';

/** Scheduled work that is a list of rows which are due (libs/database/schema/sec/functions). */
export type DueKind =
  | 'returned'
  | 'minimised'
  | 'lapsed'
  | 'keptseat'
  | 'vacancies'
  | 'tasks'
  | 'destroyed'
  | 'youth'
  | 'refused'
  | 'digested'
  | 'gathered'
  | 'holidays';

/** What one run did: rows done, and the codes of those that failed. */
export interface Run {
  readonly done: number;
  readonly failures: readonly string[];
}

/** How long a run begins new transactions; what is left is the next minute's. */
const runMs = 45_000;
const page = 500;
const together = 50;

const connectionLost = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'unknown']);
/**
 * Errors that say nothing about a row: the connection, a deadlock, a lock, the server going down, its disk or
 * memory.
 */
const passing = /^(08|40|53|55P03|57|58)/;
/** Those of them after which there is nobody to go on with. */
const ending = /^(08|57P)/;

export function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : 'unknown';
}

/** Whether an error may be the row's own fault, so that it counts as one of its tries. */
export function isOfTheRow(code: string): boolean {
  return !connectionLost.has(code) && !passing.test(code);
}

/** Whether an error ends the run: the connection is gone, or the server goes down. */
export function endsTheRun(code: string): boolean {
  return connectionLost.has(code) || ending.test(code);
}

interface DueRow {
  readonly table_id: string;
  readonly object_id: string;
}

/** A time after which a run begins nothing more. */
export function runEnds(now = Date.now()): () => boolean {
  return () => Date.now() - now > runMs;
}

/**
 * Does what is due of one kind, table by table in small transactions: each table has its turn before any has
 * a second one. Where rows fail together each is done alone; the one that fails alone is noted, and parked at
 * its third failure. May run beside another: a row is locked while it is done.
 * @throws when the connection is lost or the server goes down; what was done until then is done
 */
export async function workThrough(data: Data, kind: DueKind, isOver = runEnds()): Promise<Run> {
  const failures: string[] = [];
  let done = 0;
  for (let progress = true; progress && !isOver();) {
    progress = false;
    for (let seen: string[] = []; !isOver();) {
      const rows = await due(data, kind, seen);
      if (rows.length === 0) break;
      for (const [table, objects] of byTable(rows)) {
        if (isOver()) break;
        try {
          const n = await workTogether(data, kind, table, objects.slice(0, together), failures);
          done += n;
          progress ||= n > 0;
        } catch (error) {
          if (endsTheRun(codeOf(error))) throw error;
          failures.push(codeOf(error));
        }
        seen = [...seen, table];
      }
    }
  }
  return { done, failures };
}

function byTable(rows: readonly DueRow[]): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const { table_id: table, object_id: object } of rows)
    tables.set(table, [...(tables.get(table) ?? []), object]);
  return tables;
}

function due(data: Data, kind: DueKind, skip: readonly string[]): Promise<DueRow[]> {
  return data.asJob('', (queries) =>
    queries.rows<DueRow & Record<string, unknown>>(
      'select d.table_id, d.object_id from sec.due_work($1, $2, $3) d',
      [kind, skip, page],
    ),
  );
}

async function doWork(data: Data, kind: DueKind, table: string, objects: readonly string[]): Promise<number> {
  return data.asJob(
    '',
    async (queries) =>
      (await queries.one<{ n: number }>('select sec.do_work($1, $2, $3) as n', [kind, table, objects])).n,
  );
}

async function workTogether(
  data: Data,
  kind: DueKind,
  table: string,
  objects: readonly string[],
  failures: string[],
): Promise<number> {
  try {
    return await doWork(data, kind, table, objects);
  } catch (error) {
    if (!isOfTheRow(codeOf(error))) throw error;
  }
  let done = 0;
  for (const object of objects) {
    try {
      done += await doWork(data, kind, table, [object]);
    } catch (error) {
      const code = codeOf(error);
      if (!isOfTheRow(code)) throw error;
      failures.push(code);
      await noteStuck(data, kind, table, object, code);
    }
  }
  return done;
}

/** The table of what belongs to none. */
const noTable = '00000000-0000-0000-0000-000000000000';

/**
 * Work on one row that no list of due rows offers again at once: an email, a delivery. Its own errors count
 * as its tries. @returns whether it is parked now
 */
export async function noteOwnFault(
  data: Data,
  kind: 'emails' | 'deliveries',
  object: string,
  error: unknown,
): Promise<boolean> {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const said = [code, name].find((one) => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one));
  return noteStuck(data, kind, noTable, object, (said as string | undefined) ?? 'unknown');
}

/** Notes that a row failed. @returns whether it is parked now */
export async function noteStuck(
  data: Data,
  kind: string,
  table: string,
  object: string,
  code: string,
): Promise<boolean> {
  return data.asJob(
    '',
    async (queries) =>
      (
        await queries.one<{ parked: boolean }>('select sec.note_stuck($1, $2, $3, $4) as parked', [
          kind,
          table,
          object,
          code,
        ])
      ).parked,
  );
}
