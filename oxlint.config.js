import { functionLimits } from './oxlint.function-limits.js';

/**
 * What is refused in any file; who may import whom is in eslint.config.js. The rules are written out: ESLint's recommended
 * ones, typescript-eslint's strict ones, and those of React and its compiler.
 */
const errors = (...names) => Object.fromEntries(names.map((name) => [name, 'error']));

const javascript = errors(
  'constructor-super',
  'for-direction',
  'getter-return',
  'no-async-promise-executor',
  'no-case-declarations',
  'no-class-assign',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-const-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-delete-var',
  'no-dupe-class-members',
  'no-dupe-else-if',
  'no-dupe-keys',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-empty-static-block',
  'no-ex-assign',
  'no-extra-boolean-cast',
  'no-fallthrough',
  'no-func-assign',
  'no-global-assign',
  'no-import-assign',
  'no-invalid-regexp',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-new-native-nonconstructor',
  'no-obj-calls',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-self-assign',
  'no-setter-return',
  'no-shadow-restricted-names',
  'no-sparse-arrays',
  'no-this-before-super',
  'no-unassigned-vars',
  'no-unexpected-multiline',
  'no-unreachable',
  'no-unsafe-finally',
  'no-unsafe-negation',
  'no-unsafe-optional-chaining',
  'no-unused-labels',
  'no-unused-private-class-members',
  'no-useless-assignment',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'preserve-caught-error',
  'require-yield',
  'use-isnan',
  'valid-typeof',
);

const typescript = {
  ...errors(
    'no-array-constructor',
    'no-unused-expressions',
    'no-useless-constructor',
    'typescript/no-duplicate-enum-values',
    'typescript/no-dynamic-delete',
    'typescript/no-empty-object-type',
    'typescript/no-explicit-any',
    'typescript/no-extra-non-null-assertion',
    'typescript/no-invalid-void-type',
    'typescript/no-misused-new',
    'typescript/no-namespace',
    'typescript/no-non-null-asserted-nullish-coalescing',
    'typescript/no-non-null-asserted-optional-chain',
    'typescript/no-non-null-assertion',
    'typescript/no-require-imports',
    'typescript/no-this-alias',
    'typescript/no-unnecessary-type-constraint',
    'typescript/no-unsafe-declaration-merging',
    'typescript/no-unsafe-function-type',
    'typescript/no-wrapper-object-types',
    'typescript/prefer-as-const',
    'typescript/prefer-literal-enum-member',
    'typescript/prefer-namespace-keyword',
    'typescript/triple-slash-reference',
    'typescript/unified-signatures',
  ),
  'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
  'no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'all' },
  ],
};

const react = errors(
  'react/error-boundaries',
  'react/exhaustive-deps',
  'react/globals',
  'react/immutability',
  'react/incompatible-library',
  'react/preserve-manual-memoization',
  'react/purity',
  'react/refs',
  'react/rules-of-hooks',
  'react/set-state-in-effect',
  'react/set-state-in-render',
  'react/static-components',
  'react/unsupported-syntax',
  'react/use-memo',
);

const noDefaultExport = {
  'no-restricted-exports': [
    'error',
    {
      restrictDefaultExports: {
        direct: true,
        named: true,
        defaultFrom: true,
        namedFrom: true,
        namespaceFrom: true,
      },
    },
  ],
};

const globals = [
  'process',
  'console',
  'URL',
  'setTimeout',
  'performance',
  'fetch',
  'Buffer',
  'structuredClone',
];

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'react'],
  categories: { correctness: 'off' },
  ignorePatterns: ['dist/', 'node_modules/', 'coverage/', 'libs/api-client/src/schema.ts'],
  rules: { ...javascript, ...typescript },
  overrides: [
    { files: ['**/*.ts', '**/*.tsx'], rules: noDefaultExport },
    // The compiler knows better which names there are in a TypeScript file.
    {
      files: ['**/*.js', '**/*.mjs'],
      rules: errors(
        'no-undef',
        'no-redeclare',
        'typescript/no-extraneous-class',
        'unicorn/no-this-assignment',
      ),
      globals: Object.fromEntries(globals.map((name) => [name, 'readonly'])),
    },
    // In tests an absent element may throw: that is a failure with a line number.
    { files: ['**/*.spec.ts', 'test/**/*.ts'], rules: { 'typescript/no-non-null-assertion': 'off' } },
    { files: ['apps/console/**/*.ts', 'apps/console/**/*.tsx'], rules: react },
    ...functionLimits,
  ],
};
