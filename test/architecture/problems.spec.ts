import { definitions } from '#database/migration';
import { describe, expect, it } from '@jest/globals';
import { problems } from '#edge';

const rows = Object.entries(problems);

describe('the catalogue of problems', () => {
  it.each(rows)('%s has a status and whole sentences in both languages', (code, row) => {
    expect(code).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*)+$/);
    expect(row.status).toBeGreaterThanOrEqual(400);
    expect(Object.keys(row.fr).sort()).toEqual(Object.keys(row.en).sort());
    for (const part of ['title', 'detail', 'next'] as const) {
      expect(row.en[part].trim()).not.toBe('');
      expect(row.fr[part]).not.toBe(row.en[part]);
    }
    for (const text of [row.en.detail, row.en.next, row.fr.detail, row.fr.next]) expect(text).toMatch(/\.$/);
  });

  it('writes French with its own apostrophe, and spaced as in Canada (nothing before ; ? !)', () => {
    for (const [code, { fr }] of rows) {
      const text = Object.values(fr).join(' ');
      expect({ code, straight: /[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/.test(text), spaced: /\s[;?!]/.test(text) }).toEqual({
        code,
        straight: false,
        spaced: false,
      });
    }
  });
});

describe('every refusal that the database words itself', () => {
  const raised = definitions().flatMap(({ path, sql }) =>
    [...sql.matchAll(/raise exception\s+'([^']+)'[^;]*?errcode = '(?:P0001|ST409)'/g)].map(([, code]) => ({
      path,
      code: code!,
    })),
  );

  it('has a row in the catalogue', () => {
    expect(raised.length).toBeGreaterThan(3);
    // A code that is put together (`move.%`) is checked where its parts are known.
    expect(raised.filter(({ code }) => !code.includes('%') && !Object.hasOwn(problems, code))).toEqual([]);
  });
});
