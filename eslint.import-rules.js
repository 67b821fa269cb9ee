import boundaries from 'eslint-plugin-boundaries';

/**
 * Who may import whom: the table of docs/architecture.md, run by a tool. What is not written here is refused, outside packages and node's own modules too.
 * A changed line needs an ADR.
 */
const domain = ['days', 'text', 'vocabulary', 'guard', 'filters', 'visibility', 'retention'];
const domainParts = domain.map((part) => `domain-${part}`);
const anyDomain = ['domain', ...domainParts];
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
  { part: 'settings', pattern: 'libs/settings', from: [], outside: [node] },
  {
    part: 'database',
    pattern: 'libs/database',
    from: anyDomain,
    outside: [node, ...packages('typeorm', 'pg', 'pg-copy-streams', 'pg-boss')],
  },
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
    from: [...anyDomain, 'database', 'crypto', 'api-client'],
    outside: [node, ...packages('pg', '@jest/globals', 'supertest')],
  },
  // What the process has once and its features are given; it knows no feature.
  {
    part: 'api-platform',
    pattern: 'apps/api/src/platform',
    from: [...anyDomain, 'statistics', 'database', 'crypto', 'access', 'edge'],
    outside: [node, ...packages(...nest, 'fastify')],
  },
  // A feature knows the platform, and never another feature: what two share belongs in a lib or in the platform.
  {
    part: 'api-feature',
    pattern: 'apps/api/src/*',
    capture: ['feature'],
    from: [...anyDomain, 'statistics', 'database', 'crypto', 'access', 'edge', 'api-platform'],
    outside: [node, ...packages(...nest, 'fastify', 'sirv', 'nodemailer', 'highs')],
  },
  {
    part: 'api',
    pattern: 'apps/api',
    from: [
      ...anyDomain,
      'statistics',
      'database',
      'crypto',
      'access',
      'edge',
      'settings',
      'api-platform',
      'api-feature',
    ],
    outside: [node, ...packages(...nest, 'fastify', 'sirv')],
  },
  {
    part: 'cli',
    pattern: 'apps/cli',
    from: [...anyDomain, 'statistics', 'database', 'crypto', 'settings'],
    outside: [node],
  },
  {
    part: 'console',
    pattern: 'apps/console',
    from: ['api-client', 'domain-days', 'domain-text', 'domain-vocabulary', 'domain-guard'],
    outside: packages('*', '@*/*'),
  },
];

const policies = parts.flatMap(({ part, from, outside }) => [
  { from: { element: { type: part } }, allow: { to: { element: { types: { anyOf: from } } } } },
  ...outside.map((module) => ({ from: { element: { type: part } }, allow: { to: { module } } })),
]);

/** For eslint.config.js. Tests may look behind every wall, so they are left out. */
export const importRules = {
  files: ['apps/**/*.ts', 'apps/**/*.tsx', 'libs/**/*.ts'],
  ignores: ['**/*.spec.ts', '**/vite.config.ts', '**/*.fixture.ts', '**/*.world.ts', '**/*.d.mts'],
  plugins: { boundaries },
  settings: {
    'boundaries/elements': parts.map(({ part, pattern, capture }) => ({
      type: part,
      pattern,
      ...(capture ? { capture } : {}),
    })),
    'import/resolver': { typescript: { project: 'tsconfig.json' } },
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, policies },
    ],
    'boundaries/no-unknown-files': 'error',
  },
};
