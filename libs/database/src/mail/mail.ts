import type { Data } from '../door/data.js';
import { workThrough } from '../jobs/due.js';
import { inTurn, sweep } from '../jobs/sweep.js';

/**
 * One thing that an email tells: a code, the situation's number (or a count, in an officer's weekly email),
 * the table's name. Nothing else of a situation reaches whoever writes emails.
 */
export interface MailItem {
  readonly code: string;
  /** Null where the code is about no situation. */
  readonly number: string | null;
  readonly table: string;
  /** Of a meeting: the table's zone, when it was to be and when it is. */
  readonly zone?: string;
  readonly was?: string | null;
  readonly now?: string | null;
}

/** An email as it is about to be sent; what only it carries, or the address, is sealed for that user. */
export interface OpenedEmail {
  readonly kind: 'digest' | 'weekly' | 'confirmation' | 'invitation';
  readonly userId: string;
  readonly language: 'en' | 'fr';
  readonly sealed: Buffer;
  readonly told: readonly MailItem[];
}

/**
 * Gathers notices into emails. Returns the ids of emails that wait to be sent, those that wait longest, at
 * most 500.
 */
export async function gatherEmails(data: Data): Promise<{ waiting: string[]; failures: readonly string[] }> {
  const { failures } = await inTurn(
    () => workThrough(data, 'gathered'),
    () => sweep(data, 'select sec.sweep_emails($1) as n'),
  );
  const waiting = await data.asJob('', (queries) =>
    queries.rows<{ id: string }>('select w.id from sec.emails_waiting(500) w (id)'),
  );
  return { waiting: waiting.map(({ id }) => id), failures };
}

/** What is in an email; undefined where it was sent, given up, or tells nothing any more. */
export async function openEmail(data: Data, id: string): Promise<OpenedEmail | undefined> {
  const row = await data.asJob('', (queries) =>
    queries.maybe<{
      kind: OpenedEmail['kind'];
      user_id: string;
      language: 'en' | 'fr';
      sealed: Buffer | null;
      told: MailItem[] | null;
    }>('select o.kind, o.user_id, o.language, o.sealed, o.told from sec.open_email($1) o', [id]),
  );
  if (row?.sealed == null || row.told === null) return undefined;
  return { kind: row.kind, userId: row.user_id, language: row.language, sealed: row.sealed, told: row.told };
}

/** An email was handed over, or is given up; it is not sent again then. */
export async function closeEmail(data: Data, id: string, sent: boolean): Promise<void> {
  await data.asJob('', (queries) => queries.rows('select sec.close_email($1, $2)', [id, sent]));
}

/** Emails that wait, and those sent and given up within the last day. */
export async function emailCounts(data: Data): Promise<{ waiting: number; sent: number; givenUp: number }> {
  return data.asJob('', (queries) =>
    queries.one<{ waiting: number; sent: number; givenUp: number }>(
      'select l.waiting, l.sent, l.dead as "givenUp" from sec.email_counts() l',
    ),
  );
}
