import type { MailItem } from '#database/mail';
import { en } from './catalogue/en.js';
import { fr } from './catalogue/fr.js';
import {
  countCodes,
  meetingCodes,
  mailItemCodes,
  type CountCode,
  type EmailTexts,
  type MeetingCode,
  type MailItemCode,
} from './catalogue/catalogue.js';

const catalogues: Readonly<Record<'en' | 'fr', EmailTexts>> = { en, fr };

/** Subject and body of an email. */
export interface EmailText {
  readonly subject: string;
  readonly text: string;
}

const fill = (text: string, ...values: readonly string[]): string =>
  values.reduce((filled, value) => filled.replace('{}', () => value), text);

function paragraphs(texts: EmailTexts, ...parts: readonly string[]): string {
  return `${[...parts, `-- \n${texts.footer}`].join('\n\n')}\n`;
}

const isMailItemCode = (code: string): code is MailItemCode => mailItemCodes.includes(code as MailItemCode);

const isMeetingCode = (code: string): code is MeetingCode => meetingCodes.includes(code as MeetingCode);

/** The hour on the table's clock, wherever its reader is. */
function hourAt(language: 'en' | 'fr', at: string, timeZone: string | undefined): string {
  const said = { timeZone: timeZone ?? 'UTC', dateStyle: 'full', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(`${language}-CA`, said).format(new Date(at));
}

/** A line about a meeting; undefined for another notice. */
function meetingLine(language: 'en' | 'fr', { code, was, now, zone }: MailItem): string | undefined {
  const known = code.replace(/^meeting\./, '');
  if (known === code || !isMeetingCode(known)) return undefined;
  const hours = [was, now].flatMap((at) => (at == null ? [] : [hourAt(language, at, zone)]));
  // "1:00 p.m." ends the sentence as well.
  return `- ${fill(catalogues[language].meeting[known], ...hours).replace(/\.\.$/, '.')}`;
}

const isCountCode = (code: string): code is CountCode => countCodes.includes(code as CountCode);

/**
 * One email for all that was gathered, by table; the same thing said twice of one number is said once.
 * Undefined when nothing is left to tell.
 */
export function digestWords(
  language: 'en' | 'fr',
  told: readonly MailItem[],
  origin: URL,
): EmailText | undefined {
  const texts = catalogues[language];
  const tables = new Map<string, Set<string>>();
  for (const one of told) {
    const known = one.code.replace(/^(situation|task|table)\./, '');
    const line =
      meetingLine(language, one) ??
      (isMailItemCode(known) ? `- ${fill(texts.told[known], one.number ?? '')}` : undefined);
    if (line !== undefined) tables.set(one.table, (tables.get(one.table) ?? new Set()).add(line));
  }
  if (tables.size === 0) return undefined;
  const parts = [...tables].map(([table, lines]) => [fill(texts.digestOpening, table), ...lines].join('\n'));
  return {
    subject: texts.digestSubject,
    text: paragraphs(texts, ...parts, fill(texts.digestClosing, origin.href)),
  };
}

/**
 * A privacy officer's week: counts, and the numbers of what is destroyed soon, by table. Undefined when there
 * is nothing.
 */
export function weeklyWords(
  language: 'en' | 'fr',
  told: readonly MailItem[],
  origin: URL,
): EmailText | undefined {
  const texts = catalogues[language];
  const counts = told.flatMap(({ code, number }) =>
    isCountCode(code) ? [`- ${fill(texts.weekly[code], number ?? '')}`] : [],
  );
  const tables = new Map<string, string[]>();
  for (const { code, number, table } of told)
    if (code === 'due' && number !== null) tables.set(table, [...(tables.get(table) ?? []), number]);
  const due = [...tables].map(([table, numbers]) => `- ${fill(texts.weeklyDue, table, numbers.join(', '))}`);
  if (counts.length + due.length === 0) return undefined;
  return {
    subject: texts.weeklySubject,
    text: paragraphs(
      texts,
      [texts.weeklyOpening, ...counts, ...due].join('\n'),
      fill(texts.weeklyClosing, origin.href),
    ),
  };
}

/** The email that proves an address. */
export function confirmationWords(language: 'en' | 'fr', code: string): EmailText {
  const texts = catalogues[language];
  return { subject: texts.confirmationSubject, text: paragraphs(texts, fill(texts.confirmation, code)) };
}

/** The invitee's half of an invitation. */
export function invitationWords(language: 'en' | 'fr', token: string, origin: URL): EmailText {
  const texts = catalogues[language];
  return {
    subject: texts.invitationSubject,
    text: paragraphs(texts, fill(texts.invitation, token, origin.href)),
  };
}
