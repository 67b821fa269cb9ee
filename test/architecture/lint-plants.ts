type Plants = Readonly<Record<string, string>>;

/** What each rule of oxlint.config.js refuses, by the rule's name. A rule without a plant fails its test. */
const anywhere: Plants = {
  'constructor-super': 'export class A extends Object { constructor() { console.log(1); } }',
  'for-direction': 'for (let i = 0; i < 9; i--) console.log(i);',
  'no-async-promise-executor': 'export const a = new Promise(async (resolve) => resolve(1));',
  'no-case-declarations': 'switch (process.pid) { case 1: let a = 1; console.log(a); }',
  'no-class-assign': 'class A {} A = Object; export { A };',
  'no-compare-neg-zero': 'export const a = process.pid === -0;',
  'no-cond-assign': 'let a = 1; if (a = process.pid) console.log(a);',
  'no-const-assign': 'const a = 1; a = 2; export { a };',
  'no-constant-binary-expression': 'export const a = {} ?? 1;',
  'no-constant-condition': 'if (1) console.log(1);',
  'no-control-regex': 'export const a = /\\x1f/;',
  'no-debugger': 'debugger;',
  'no-dupe-else-if': 'if (process.pid) console.log(1); else if (process.pid) console.log(2);',
  'no-dupe-keys': 'export const a = { b: 1, b: 2 };',
  'no-duplicate-case': 'switch (process.pid) { case 1: break; case 1: break; }',
  'no-empty': 'if (process.pid) {}',
  'no-empty-character-class': 'export const a = /a[]/;',
  'no-empty-pattern': 'export const {} = process;',
  'no-empty-static-block': 'export class A { static {} }',
  'no-ex-assign': 'try { process.exit(); } catch (e) { e = 1; console.log(e); }',
  'no-extra-boolean-cast': 'if (!!process.pid) console.log(1);',
  'no-fallthrough': 'switch (process.pid) { case 1: console.log(1); case 2: console.log(2); }',
  'no-func-assign': 'function a() { return 1; } a = 2; export { a };',
  'no-global-assign': 'Object = 1;',
  'no-import-assign': "import { join } from 'node:path'; join = 1;",
  'no-invalid-regexp': "export const a = new RegExp('[');",
  'no-irregular-whitespace': 'export const a\u00a0= 1;',
  'no-loss-of-precision': 'export const a = 9007199254740993;',
  'no-misleading-character-class': 'export const a = /[👍]/;',
  'no-new-native-nonconstructor': 'export const a = new Symbol();',
  'no-obj-calls': 'export const a = Math();',
  'no-prototype-builtins': "export const a = process.hasOwnProperty('a');",
  'no-regex-spaces': 'export const a = /a  b/;',
  'no-self-assign': 'let a = 1; a = a; export { a };',
  'no-setter-return': 'export const a = { set b(c) { return c; } };',
  'no-shadow-restricted-names': 'export function a(undefined) { return undefined; }',
  'no-sparse-arrays': 'export const a = [1,,2];',
  'no-this-before-super': 'export class A extends Object { constructor() { this.a = 1; super(); } }',
  'no-unassigned-vars': 'let a; export const b = () => a;',
  'no-unexpected-multiline': 'export const a = process.cwd\n(1 || 2).toString();',
  'no-unreachable': 'export function a() { return 1; console.log(2); }',
  'no-unsafe-finally': 'export function a() { try { return 1; } finally { return 2; } }',
  'no-unsafe-negation': 'export const a = !process instanceof Object;',
  'no-unsafe-optional-chaining': 'export const a = (process?.env).b;',
  'no-unused-labels': 'a: console.log(1);',
  'no-unused-private-class-members': 'export class A { #b = 1; }',
  'no-useless-assignment': 'export function a() { let b = 1; console.log(b); b = 2; }',
  'no-useless-backreference': 'export const a = /\\1(a)/;',
  'no-useless-catch': 'try { process.exit(); } catch (e) { throw e; }',
  'no-useless-escape': "export const a = '\\d';",
  'no-var': 'var a = 1; export { a };',
  'prefer-const': 'let a = 1; export const b = a;',
  'prefer-rest-params': 'export function a() { return arguments; }',
  'prefer-spread': 'export const a = (b, c) => b.apply(undefined, c);',
  'preserve-caught-error': "try { process.exit(); } catch (e) { throw new Error('a'); }",
  'require-yield': 'export function* a() { return 1; }',
  'use-isnan': 'export const a = process.pid === NaN;',
  'valid-typeof': "export const a = typeof process === 'strnig';",
  'no-array-constructor': 'export const a = new Array(1, 2);',
  'no-unused-expressions': 'process.pid;',
  'no-useless-constructor': 'export class A { constructor() {} }',
  'no-unused-vars': 'const a = 1;',
  'typescript/no-dynamic-delete': 'export const a = (b, c) => { delete b[c]; };',
  'typescript/no-require-imports': "export const a = require('a');",
};

// Of TypeScript alone.
const typed: Plants = {
  'typescript/ban-ts-comment': '// @ts-ignore\nexport const a = 1;',
  'typescript/no-this-alias': 'export function a() { const b = this; return b; }',
  'no-delete-var': 'var a = 1; delete a;',
  'typescript/no-duplicate-enum-values': 'export enum A { b = 1, c = 1 }',
  'typescript/no-empty-object-type': 'export type A = {};',
  'typescript/no-explicit-any': 'export const a: any = 1;',
  'typescript/no-extra-non-null-assertion': 'export const a = (b?: string) => b!!.length;',
  'typescript/no-invalid-void-type': 'export type A = string | void;',
  'typescript/no-misused-new': 'export interface A { new (): A; }',
  'typescript/no-namespace': 'export namespace A { export const b = 1; }',
  'typescript/no-non-null-asserted-nullish-coalescing': 'export const a = (b: { c?: string }) => b.c! ?? 1;',
  'typescript/no-non-null-asserted-optional-chain': 'export const a = (b?: { c?: string }) => b?.c!;',
  'typescript/no-non-null-assertion': 'export const a = (b?: string) => b!.length;',
  'typescript/no-unnecessary-type-constraint': 'export const a = <T extends unknown>(b: T) => b;',
  'typescript/no-unsafe-declaration-merging': 'export interface A { b: 1 } export class A {}',
  'typescript/no-unsafe-function-type': 'export type A = Function;',
  'typescript/no-wrapper-object-types': 'export type A = String;',
  'typescript/prefer-as-const': "export const a = 'b' as 'b';",
  'typescript/prefer-literal-enum-member': 'export const x = 1; export enum A { b = x }',
  'typescript/prefer-namespace-keyword': 'declare module A {}',
  'typescript/triple-slash-reference': '/// <reference path="a" />\nexport const a = 1;',
  'typescript/unified-signatures':
    'export function a(b: 1): void;\nexport function a(b: 2): void;\nexport function a(b: number) { console.log(b); }',
  'no-restricted-exports': 'const a = 1; export default a;',
  'max-lines-per-function': `export function a() {\n${'  console.log(1);\n'.repeat(70)}}`,
};

// Of scripts alone: in a TypeScript file the compiler refuses it.
const scripted: Plants = {
  'getter-return': 'export const a = { get b() { console.log(1); } };',
  'unicorn/no-this-assignment': 'export function a() { const b = this; return b; }',
  'no-dupe-class-members': 'export class A { b() { return 1; } b() { return 2; } }',
  'no-undef': 'export const a = thereIsNone;',
  'no-redeclare': 'var a = 1; var a = 2; export { a };',
  'typescript/no-extraneous-class': 'export class A { static b = 1; }',
};

// Of the console alone.
const inConsole: Plants = {
  'react/error-boundaries':
    'export function A() { try { return <B />; } catch { return null; } }\nfunction B() { return <p />; }',
  'react/exhaustive-deps':
    "import { useEffect } from 'react';\nexport function A({ b }: { b: number }) { useEffect(() => { document.title = String(b); }, []); return <p />; }",
  'react/globals': 'let count = 0;\nexport function A() { count = 1; return <p>{count}</p>; }',
  'react/immutability': 'export function A(props: { b: number }) { props.b = 1; return <p>{props.b}</p>; }',
  'react/incompatible-library':
    "import { useVirtualizer } from '@tanstack/react-virtual';\nexport function A() { const b = useVirtualizer({ count: 1 }); return <p>{b.getTotalSize()}</p>; }",
  'react/preserve-manual-memoization':
    "import { useCallback } from 'react';\nexport function A({ a, b }: { a: { current?: number }; b: boolean }) { let c = a; if (b) { c = { current: 2 }; } const d = useCallback(() => c.current, [c]); c = {}; return <button onClick={d}>{c.current}</button>; }",
  'react/purity': 'export function A() { return <p>{Math.random()}</p>; }',
  'react/refs':
    "import { useRef } from 'react';\nexport function A() { const b = useRef(1); return <p>{b.current}</p>; }",
  'react/rules-of-hooks':
    "import { useState } from 'react';\nexport function A({ b }: { b: boolean }) { if (b) useState(1); return <p />; }",
  'react/set-state-in-effect':
    "import { useEffect, useState } from 'react';\nexport function A() { const [b, setB] = useState(1); useEffect(() => { setB(2); }, []); return <p>{b}</p>; }",
  'react/set-state-in-render':
    "import { useState } from 'react';\nexport function A() { const [b, setB] = useState(1); setB(2); return <p>{b}</p>; }",
  'react/static-components': 'export function A() { const B = () => <p />; return <B />; }',
  'react/unsupported-syntax': 'export function A({ b }: { b: string }) { return <p>{eval(b)}</p>; }',
  'react/use-memo':
    "import { useMemo } from 'react';\nexport function A() { const b = useMemo(async () => 1, []); return <p>{String(b)}</p>; }",
};

// What a module cannot be read with at all, rule or no rule.
const unreadable: Plants = {
  'no-nonoctal-decimal-escape': "export const a = '\\8';",
  'no-octal': 'export const a = 071;',
  'no-dupe-args': 'export function a(b, b) { return b; }',
  'no-with': 'with (process) console.log(1);',
};

/** Where each is planted: the folder and the ending of its file. */
export const plantings: readonly (readonly [string, string, Plants])[] = [
  ['libs/crypto/src', 'ts', anywhere],
  ['test', 'mjs', anywhere],
  ['apps/api/src', 'ts', typed],
  ['apps', 'mjs', scripted],
  ['apps/console/src', 'tsx', inConsole],
  ['libs/domain/src', 'ts', unreadable],
];
/** Refused by the parser, so that no rule has its name. */
export const withoutRule: ReadonlySet<string> = new Set(Object.keys(unreadable));
