import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { definitions } from '#settings';

const root = fileURLToPath(new URL('../../', import.meta.url));
let pages: { readonly path: string; readonly text: string }[];

beforeAll(async () => {
  const found = (await readdir(join(root, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  pages = await Promise.all(
    ['README.md', ...found.sort()].map(async (path) => ({
      path,
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
});

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('the documentation', () => {
  test('links to files that are there', async () => {
    const dead: string[] = [];
    for (const { path, text } of pages) {
      for (const [, target = ''] of text.matchAll(/\]\((?!\w+:)([^)#\s]+)[^)]*\)/g)) {
        if (!(await exists(join(root, dirname(path), target)))) dead.push(`${path} → ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('links to headings that are there', () => {
    const slugs = (text: string) =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      );
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(#([^)]+)\)/g)]
        .filter(([, slug = '']) => !slugs(text).includes(slug))
        .map(([, slug = '']) => `${path} → #${slug}`),
    );
    expect(dead).toEqual([]);
  });

  test('names only source files that are there', async () => {
    const dead: string[] = [];
    for (const { path, text } of pages) {
      for (const [, named = ''] of text.matchAll(
        /`((?:apps|libs|migrations|test|docker|docs)\/[\w./-]+)`/g,
      )) {
        if (!(await exists(join(root, named)))) dead.push(`${path} → ${named}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('names every setting in the words in which it is defined', () => {
    const operate = pages.find(({ path }) => path === 'docs/operate.md')?.text ?? '';
    const wanted = Object.entries(definitions).map(
      ([name, { says, otherwise }]) => `| \`${name}\` | ${says} | ${otherwise} |`,
    );
    expect(wanted.filter((row) => !operate.includes(row))).toEqual([]);
  });

  test('has decisions of at most 60 lines', () => {
    const decisions = pages.filter(({ path }) => path.startsWith('docs/adr/') && !path.endsWith('README.md'));
    for (const { path, text } of decisions) {
      if (text.trimEnd().split('\n').length > 60) throw new Error(`${path} is longer than 60 lines`);
    }
    expect(decisions.length).toBeGreaterThan(0);
  });
});
