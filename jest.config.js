/** Jest 30 in ESM mode; SWC strips types (it does not check them: `npm run types` does). */
const full = ['full', 'nightly'].includes(process.env['SITUATION_TABLE_TESTS']);
/**
 * What is left out of `npm test`, and runs where the command line names it: pages, of which one story stands
 * for all, and the proofs of single faults.
 */
const named = (folder) => full || process.argv.some((word) => word.includes(folder));

export default {
  testEnvironment: 'node',
  // Shared machines are noisy: a limit is there to end what hangs, never to judge speed.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/libs/testing/run/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/run/global-teardown.mjs',
  testSequencer: '<rootDir>/libs/testing/run/longest-first.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  // What takes minutes runs in `npm run test:full`, or when a file of it is named with SITUATION_TABLE_TESTS=full.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    ...(full
      ? []
      : [
          '<rootDir>/test/fault/',
          '<rootDir>/test/statistics/',
          '<rootDir>/test/size/(growth|backup)',
          '<rootDir>/test/mend/.*-whole[.]spec',
          '<rootDir>/test/upgrade/(serving|from-)',
        ]),
    ...(named('test/browser/') ? [] : ['<rootDir>/test/browser/(?!story)']),
    ...(named('test/mend') ? [] : ['<rootDir>/test/mend/']),
    ...(named('test/life') ? [] : ['<rootDir>/test/life/']),
    ...(named('test/upgrade') ? [] : ['<rootDir>/test/upgrade/']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    '^#(domain|statistics|documents|crypto|access|edge|api-client|settings|testing)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^#(domain|database)/(.*)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};
