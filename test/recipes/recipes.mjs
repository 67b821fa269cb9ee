/** Files that `npm run generate` writes: they do not count as written by hand. */
export const generated = [
  'openapi.json',
  'libs/api-client/src/schema.ts',
  'queries.sql',
  'docs/authorization-matrix.md',
  'libs/database/schema/catalogue.txt',
];

/** The recipes of docs/contribute.md, each with the most files that it may take by hand and the tests that must pass. */
export const recipes = [
  {
    name: 'a coded field of a situation',
    patch: 'coded-field.patch',
    most: 6,
    tests: [
      'test/api/projector.spec.ts',
      'test/architecture/coded-fields.spec.ts',
      'libs/domain/src/vocabulary/codebook.spec.ts',
    ],
  },
  {
    name: 'a move with a reason',
    patch: 'move.patch',
    most: 6,
    tests: [
      'test/policy/writing.spec.ts',
      'test/architecture/moves.spec.ts',
      'test/architecture/words.spec.ts',
    ],
  },
  {
    name: 'a setting of a table',
    patch: 'table-setting.patch',
    most: 6,
    tests: ['test/api/table-settings.spec.ts', 'test/api/regions.spec.ts', 'test/architecture/words.spec.ts'],
  },
  {
    name: 'a screen with a route',
    patch: 'screen.patch',
    most: 12,
    tests: [
      'test/api/table-sectors.spec.ts',
      'test/policy/routes.spec.ts',
      'test/architecture/words.spec.ts',
    ],
    // The screen in Chromium, in both languages, at three widths, by Tab and in large letters.
    looks: 'sectors: ',
  },
];
