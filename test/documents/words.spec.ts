import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayText, numberText, percentText, rangeText } from '#documents';
import { dayIn, dayOf } from '#domain/days';

describe('numbers and days', () => {
  it.each([
    [0, 0, '0', '0'],
    [-0, 1, '0.0', '0,0'],
    [999, 0, '999', '999'],
    [1234, 0, '1,234', '1\u202f234'],
    [1234567.891, 2, '1,234,567.89', '1\u202f234\u202f567,89'],
    [0.15, 1, '0.2', '0,2'],
    [2.675, 2, '2.68', '2,68'],
    [-12.5, 1, '\u221212.5', '\u221212,5'],
    [-0.04, 1, '0.0', '0,0'],
    [1e-9, 2, '0.00', '0,00'],
    [9.996, 2, '10.00', '10,00'],
  ])('%d with %d decimals is %s and %s', (value, decimals, english, french) => {
    expect(numberText(value, 'en', decimals)).toBe(english);
    expect(numberText(value, 'fr', decimals)).toBe(french);
  });

  it('a range has words between its ends, never a hyphen', () => {
    expect(rangeText(12, 17, 'en')).toBe('12 to 17');
    expect(rangeText(12, 17, 'fr')).toBe('12 à 17');
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom('en' as const, 'fr' as const), (from, to, language) => {
        expect(rangeText(from, to, language)).not.toMatch(/[-/]/);
      }),
    );
  });

  it('per cents and days are written as in Canada', () => {
    expect([percentText(83, 'en'), percentText(83, 'fr')]).toEqual(['83%', '83\u202f%']);
    expect(dayText(dayOf('2027-03-22'), 'en')).toBe('March 22, 2027');
    expect(dayText(dayOf('2027-03-22'), 'fr')).toBe('22 mars 2027');
    expect(dayText(dayOf('2027-08-01'), 'fr')).toBe('1er août 2027');
  });

  it('every day of some years is the one that Intl writes', () => {
    const canadian = (language: 'en' | 'fr'): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone: 'UTC' });
    const [english, french] = [canadian('en'), canadian('fr')];
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 2, 1); at += 86_400_000) {
      const day = dayIn('UTC', at);
      expect(dayText(day, 'en')).toBe(english.format(at));
      expect(dayText(day, 'fr')).toBe(french.format(at).replace(/^1 /, '1er '));
    }
  });
});
