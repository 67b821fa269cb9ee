import { importRules } from './eslint.import-rules.js';

// ESLint looks at who imports whom, and at nothing else: every other rule is in oxlint.config.js, which needs a fraction of its time.
export default [
  { ignores: ['**/*.js', '**/*.mjs', 'dist/', 'libs/api-client/src/schema.ts'] },
  ...importRules,
];
