import boundaries from 'eslint-plugin-boundaries';
import { parser } from 'typescript-eslint';

/**
 * Who may import whom: the table of docs/architecture.md, run by a tool. What is not written here is refused, outside packages and node's own modules too.
 * A changed line needs an ADR.
 */
const domain = ['days', 'text', 'vocabulary', 'guard', 'filters', 'visibility', 'retention'];
const domainParts = domain.map((part) => `domain-${part}`);
/** What the database's areas are built on: each knows those before it. */
const databaseBase = ['migration', 'cluster', 'queue', 'door', 'keys', 'jobs', 'embedded', 'backup', 'demo'];
/** What the API's features ask the database for; none of these knows another. */
const databaseAreas = [
  'agencies',
  'audit',
  'calendar',
  'codebook',
  'identity',
  'live',
  'mail',
  'meetings',
  'operations',
  'people',
  'privacy',
  'retention',
  'seats',
  'situations',
  'statistics',
  'tables',
  'tasks',
  'webhooks',
  'week',
  'youth',
];
const database = (...areas) => areas.map((area) => `database-${area}`);
/** The API's features, and what each is given of the database beside the area of its own name. */
const features = {
  ...Object.fromEntries(databaseAreas.map((area) => [area, []])),
  clock: database('keys', 'backup'),
  console: [],
  docs: [],
  metrics: database('audit'),
  probes: database('migration'),
};
const featureParts = Object.keys(features).map((feature) => `api-${feature}`);
const anyDomain = ['domain', ...domainParts];
const consoleLayers = ['words', 'kit', 'api', 'session', 'shared', 'screens', 'app'];
const consoleParts = consoleLayers.map((layer) => `console-${layer}`);
const consoleLibs = [
  'api-client',
  'domain-days',
  'domain-text',
  'domain-vocabulary',
  'domain-guard',
  'domain-filters',
];
const nest = ['@nestjs/*', 'class-validator', 'class-transformer', 'reflect-metadata', 'rxjs'];
const node = { origin: 'core' };
const packages = (...sources) => sources.map((source) => ({ origin: 'external', source }));

const parts = [
  ...domain.map((part, place) => ({
    part: `domain-${part}`,
    pattern: `libs/domain/src/${part}`,
    from: domainParts.slice(0, place),
    outside: [],
  })),
  { part: 'domain', pattern: 'libs/domain', from: domainParts, outside: [] },
  // Keyed hash, randomness and solver are passed in.
  { part: 'statistics', pattern: 'libs/statistics', from: ['domain-vocabulary'], outside: [] },
  // One document, four formats: it knows nothing of situations, of rows or of requests.
  {
    part: 'documents',
    pattern: 'libs/documents',
    from: ['domain-days', 'domain-text'],
    outside: [node, ...packages('pdfkit')],
  },
  { part: 'settings', pattern: 'libs/settings', from: [], outside: [node] },
  ...[...databaseBase, ...databaseAreas].map((area) => ({
    part: `database-${area}`,
    pattern: `libs/database/src/${area}`,
    from: [
      ...anyDomain,
      ...database(
        ...(databaseBase.includes(area) ? databaseBase.slice(0, databaseBase.indexOf(area)) : databaseBase),
      ),
    ],
    outside: [node, ...packages('typeorm', 'pg', 'pg-copy-streams', 'pg-boss')],
  })),
  { part: 'crypto', pattern: 'libs/crypto', from: anyDomain, outside: [node] },
  { part: 'edge', pattern: 'libs/edge', from: anyDomain, outside: [node, ...packages(...nest, 'fastify')] },
  {
    part: 'access',
    pattern: 'libs/access',
    from: [...anyDomain, 'edge'],
    outside: [node, ...packages(...nest, 'passport*', 'otpauth', '@node-rs/argon2')],
  },
  {
    part: 'api-client',
    pattern: 'libs/api-client',
    from: ['domain-days'],
    outside: packages('openapi-fetch'),
  },
  {
    part: 'testing',
    pattern: 'libs/testing',
    from: [...anyDomain, ...database(...databaseBase), 'crypto', 'api-client'],
    outside: [node, ...packages('pg', '@jest/globals', 'supertest')],
  },
  // What the process has once and its features are given; it knows no feature.
  {
    part: 'api-platform',
    pattern: 'apps/api/src/platform',
    from: [...anyDomain, ...database('door', 'queue'), 'crypto', 'access', 'edge'],
    outside: [node, ...packages(...nest, 'fastify')],
  },
  // A feature knows the platform, and never another feature: what two share belongs in a lib or in the platform.
  ...Object.entries(features).map(([feature, given]) => ({
    part: `api-${feature}`,
    pattern: `apps/api/src/${feature}`,
    from: [
      ...anyDomain,
      'statistics',
      'documents',
      ...database('door', 'queue', 'jobs', ...(databaseAreas.includes(feature) ? [feature] : [])),
      ...given,
      'crypto',
      'access',
      'edge',
      'api-platform',
    ],
    outside: [node, ...packages(...nest, 'fastify', 'sirv', 'nodemailer', 'highs')],
  })),
  {
    part: 'api',
    pattern: 'apps/api',
    from: [
      ...anyDomain,
      'statistics',
      'documents',
      ...database(...databaseBase),
      'crypto',
      'access',
      'edge',
      'settings',
      'api-platform',
      ...featureParts,
    ],
    outside: [node, ...packages(...nest, 'fastify', 'sirv')],
  },
  {
    part: 'cli',
    pattern: 'apps/cli',
    from: [
      ...anyDomain,
      'statistics',
      'documents',
      ...database(...databaseBase, 'audit', 'retention'),
      'crypto',
      'settings',
    ],
    outside: [node],
  },
  // The console's layers: each knows those before it.
  ...consoleLayers.map((layer, place) => ({
    part: `console-${layer}`,
    pattern: `apps/console/src/${layer}`,
    from: [...consoleParts.slice(0, place), ...consoleLibs],
    outside: packages('*', '@*/*'),
  })),
  {
    part: 'console',
    pattern: 'apps/console',
    from: [...consoleParts, ...consoleLibs],
    outside: packages('*', '@*/*'),
  },
];

const sources = (folder) => [`${folder}/**/*.ts`, `${folder}/**/*.tsx`];
// Tests may look behind every wall, so they are left out.
const ignores = ['**/*.spec.ts', '**/vite.config.ts', '**/*.fixture.ts', '**/*.world.ts', '**/*.d.mts'];
const dependencies = (policies) => ({
  'boundaries/dependencies': [
    'error',
    { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, policies },
  ],
});

/**
 * For eslint.config.js. A part's files are compared with the part's own line alone: with all lines at once the comparison
 * takes as long as everything else that the linter does. Of two entries ESLint takes the later, so the inner part comes last.
 */
export const importRules = [
  {
    files: ['apps', 'libs'].flatMap(sources),
    ignores,
    languageOptions: { parser, parserOptions: { jsDocParsingMode: 'none', lib: [] } },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': parts.map(({ part, pattern }) => ({ type: part, pattern })),
      'boundaries/legacy-templates': false,
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: { ...dependencies([]), 'boundaries/no-unknown-files': 'error' },
  },
  ...parts.toReversed().map(({ pattern, from, outside }) => ({
    files: sources(pattern),
    ignores,
    rules: dependencies([
      ...(from.length > 0 ? [{ allow: { to: { element: { types: { anyOf: from } } } } }] : []),
      ...outside.map((module) => ({ allow: { to: { module } } })),
    ]),
  })),
];
