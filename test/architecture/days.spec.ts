import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A day is a day of somebody's calendar, never an instant; "today" is asked of a table (`sec.today`). These
 * forms make a day of an instant, or an instant of a day, without saying where: each has shown a day that was
 * not meant.
 */
interface Form {
  readonly name: string;
  readonly pattern: RegExp;
  /** What may stand directly before, so that the form is right. */
  readonly unless?: RegExp;
}
const forms: readonly Form[] = [
  {
    name: 'the UTC day of an instant',
    pattern: /toISOString\(\)\s*\.\s*(?:slice|substring|substr|split)\(/g,
  },
  { name: 'an instant made of a day', pattern: /\}T\d\d:\d\d/g },
  { name: 'the device’s own calendar', pattern: /\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes)\(/g },
  { name: 'the device’s own words', pattern: /\.toLocale(?:Date|Time)String\(/g },
  { name: 'the session’s day', pattern: /\b(?:current_date|localtimestamp|current_timestamp)\b/gi },
  {
    name: 'the session’s day of an instant',
    pattern: /::date\b/g,
    // A parameter, a null, a text, an instant read in a named zone, a timestamp without zone, a day and months.
    unless:
      /(?:\$\d+|null|at time zone [^()]*(?:\([^()]*(?:\([^()]*\))?[^()]*\))?[^()]*\)+|::timestamp\)|months?'?\)+|retention_months\)\)|->> '\w+'\)|left\([^()]*, 10\)|\bhere|- interval '8 hours'\))$/,
  },
  {
    name: 'the session’s month, week or day of an instant',
    pattern:
      /date_trunc\('(?:day|week|month|quarter|year)', (?:sec\.)?(?:domain_now|now|clock_timestamp)\(\)(?! at time zone)/g,
  },
  {
    name: 'the session’s year, month or day of an instant',
    pattern:
      /extract\((?:year|month|day|dow|isodow|doy|week|hour) from (?:sec\.)?(?:domain_now|now|clock_timestamp)\(\)(?! at time zone)/g,
  },
  { name: 'a date in the server’s style', pattern: /\b\w+_on::text\b/g },
  { name: 'an instant in the session’s zone', pattern: /\b\w+_at::text\b/g },
  { name: 'a label of fixed width', pattern: /\blpad\((?![^\n]*greatest\()/g },
];

/** Where days are made: said with a zone, and tested by themselves. */
const exempt = ['libs/domain/src/days/', 'libs/statistics/'];

function sources(): string[] {
  return ['apps', 'libs', 'migrations'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter(
        (name) =>
          /\.(ts|tsx|mjs|sql)$/.test(name) &&
          !name.endsWith('.spec.ts') &&
          !exempt.some((each) => name.startsWith(each)),
      ),
  );
}

function found(text: string): string[] {
  return forms.flatMap(({ name, pattern, unless }) =>
    [...text.matchAll(pattern)]
      .filter(
        ({ index }) => unless === undefined || !unless.test(text.slice(Math.max(0, index - 160), index)),
      )
      .map(
        ({ index }) => `${name}: ${text.slice(Math.max(0, index - 60), index + 40).replaceAll('\n', ' ')}`,
      ),
  );
}

describe('no source takes an instant for a day', () => {
  it('in any file', () => {
    const faults = sources().flatMap((file) =>
      found(readFileSync(file, 'utf8')).map((each) => `${file}: ${each}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    'new Date(now).toISOString().slice(0, 10)',
    'formatDate(`${day}T12:00:00`, {})',
    'new Date(date.getFullYear(), date.getMonth(), 1)',
    'select current_date - 1',
    "where z.concluded_on >= (sec.domain_now() - interval '30 days')::date",
    'today date := sec.domain_now()::date;',
    "date_trunc('month', sec.domain_now())",
    'extract(year from now())',
    'p.joined_on::text as joined_on',
    'c.contact_due_at::text || c.agency_id',
    "lpad(sequence::text, 3, '0')",
  ])('the test finds %s', (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    '(sec.domain_now() at time zone t.time_zone)::date',
    '(coalesce(m.opened_at, m.scheduled_for) at time zone t.time_zone)::date as held_on',
    'select app.set_hold($1, $2, $3::date) as id',
    "date_trunc('month', w.left_at at time zone t.time_zone)::date",
    "lpad(sequence::text, greatest(3, length(sequence::text)), '0')",
    'new Date(at).toISOString()',
  ])('and lets %s be', (text) => {
    expect(found(text)).toEqual([]);
  });
});
