import { isDay, type Day } from '#domain/days';
import type { Cell, Column } from '../model/document.js';
import { wordsOf, type Language } from './language.js';

/*
 * Written here and not by Intl: its data changes with the version of Node, and a document is compared by its
 * bytes.
 */

/** A narrow space that does not break: between groups of three digits and before the sign of per cent, in French. */
const narrow = '\u202f';
const minus = '\u2212';

/**
 * A number as a reader of the language writes it: 1,234.5 or 1 234,5. A half is rounded away from zero as it is
 * written in decimals, so that 0.15 with one decimal is 0.2.
 * @throws RangeError for a number that is not finite, or has more digits than a double can tell.
 */
export function numberText(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('only a finite number of at most 15 digits can be written');
  const [whole = '', fraction = ''] = rounded(Math.abs(value), decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === 'fr' ? narrow : ',');
  const digits = fraction === '' ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `${minus}${digits}` : digits;
}

/** The shortest decimal form of a number, cut at a half upwards. */
function rounded(value: number, decimals: number): string {
  const shortest = String(value);
  if (shortest.includes('e')) return (0).toFixed(decimals);
  const [whole = '0', fraction = ''] = shortest.split('.');
  const kept = BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
  const up = Number(fraction[decimals] ?? '0') >= 5 ? 1n : 0n;
  const digits = String(kept + up).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Whole per cents, a half upwards, in whole numbers: no binary fraction decides it. */
export function wholePercent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole));
}

/** 83% or 83 %. */
export function percentText(percent: number, language: Language): string {
  return `${numberText(percent, language)}${language === 'fr' ? narrow : ''}%`;
}

/** 12 to 17, 12 à 17: never with a hyphen, which a spreadsheet reads as a day. */
export function rangeText(from: number, to: number, language: Language): string {
  return `${numberText(from, language)} ${wordsOf(language).to} ${numberText(to, language)}`;
}

/** March 22, 2027 or 22 mars 2027. */
export function dayText(day: Day, language: Language): string {
  if (!isDay(day)) throw new RangeError('no day');
  const [year = '', month = '', date = ''] = day.split('-');
  const name = wordsOf(language).months[Number(month) - 1] ?? '';
  if (language === 'en') return `${name} ${Number(date)}, ${Number(year)}`;
  return `${date === '01' ? '1er' : Number(date)} ${name} ${Number(year)}`;
}

/** What is printed in a cell, in every format that is read by people. */
export function cellText(cell: Cell, column: Column, language: Language): string {
  const words = wordsOf(language);
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number': {
      const number = numberText(cell.value, language, column.decimals);
      return cell.unit === undefined ? number : `${number}\u00a0${cell.unit}`;
    }
    case 'share': {
      const share = `${numberText(cell.part, language)} ${words.of} ${numberText(cell.whole, language)}`;
      if (!column.percent || cell.whole === 0) return share;
      return `${share} (${percentText(wholePercent(cell.part, cell.whole), language)})`;
    }
    case 'status':
      return cell.words ?? words.status[cell.status];
  }
}

/** A figure that is in no column. */
export const figureText = (figure: Cell, language: Language): string =>
  cellText(figure, { heading: '', holds: 'number' }, language);

/** A column's heading with its unit. */
export function headingText(column: Column): string {
  return column.unit === undefined ? column.heading : `${column.heading} (${column.unit})`;
}
