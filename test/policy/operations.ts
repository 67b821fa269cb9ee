import { readFileSync } from 'node:fs';
import { cell, matrix, type Column } from './matrix.js';

/** One operation of openapi.json, with the rows of the matrix that it carries. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly rows: readonly number[];
  readonly permission: string;
}

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
};
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    method: method as Operation['method'],
    path,
    rows: (operation['x-matrix-rows'] ?? []) as number[],
    permission: String(operation['x-permission']),
  })),
);

/**
 * Where a letter of the cell says less than the route's own words do: the part of the cell that gives this right.
 * Everything else goes by letters: R to read, C, U or X to change.
 */
export const rightOf: Readonly<Record<string, RegExp | 'noColumn'>> = {
  'administration:chains': /^R X$/,
  'administration:upkeep': /^R X$/,
  'codebook:propose': /propose|C U publish/,
  'codebook:publish': /C U publish/,
  // Who makes and changes them finds them, too.
  'webhook:manage': /^C U$/,
  'settings:propose': /propose|^C U/,
  // The code of an invitation comes from the agency's officer, who has no column.
  'invitation:code': 'noColumn',
  'invitation:faceToFace': /the code comes from/,
  'privacy:ledger': 'noColumn',
  'privacy:audit': 'noColumn',
  'privacy:review': 'noColumn',
  // The officer has no column; the coordinator is the second person of an early destruction, as the words
  // under the table say.
  'retention:read': 'noColumn',
  'hold:set': 'noColumn',
  'hold:ask': /X ask own PO/,
  'opening:read': 'noColumn',
  'opening:ask': 'noColumn',
  'opening:second': 'noColumn',
  'destruction:ask': 'noColumn',
  'destruction:second': /propose retention/,
  'seat:approve': /X after agency approval/,
  'seat:refuse': /C offer, end|X after agency approval/,
  'task:takeOver': /X take over$/,
  // The officer has no column.
  'task:handBack': 'noColumn',
  'situation:bringOnBehalf': /for an agency that asks/,
  'joining:read': /^R$|X yes|C R/,
  'joining:sayYes': /X yes/,
  'joining:refuse': /X yes|C R/,
  'founding:read': /^R$|X yes|C R/,
  'founding:confirm': /X yes/,
  'founding:see': /^R$|X yes/,
  'administration:told': /X yes|C R/,
};

/**
 * A reset of a lost phone is confirmed by the agency's officer and the coordinator together: what rows 36 and
 * 53 start, the coordinator confirms and for that must find.
 */
const coordinatorConfirms: readonly string[] = ['invitation:read', 'invitation:confirm'];

/** Answers that go on: a stream is asked for its head only. */
export const streams: readonly string[] = ['/api/v1/events'];

/** What the file says of the privacy officer in words, by permission; each quotation must stand in it. */
export const officerMay: Readonly<Record<string, string>> = {
  'privacy:ledger': "R own agency's rows of 24, 25, 32",
  'privacy:audit': "R own agency's rows of 24, 25, 32",
  'audit:counts': 'counts only of 33',
  'privacy:review': 'digest and reviews',
  'task:read': "R X own agency's hand-over tasks (106)",
  'task:handBack': "R X own agency's hand-over tasks (106)",
  'opening:ask': 'access-request package (27)',
  'opening:read': 'audited access-request package, dual control',
  'opening:second': 'audited access-request package, dual control',
  'hold:set': 'X set and lift 39',
  'retention:read': 'retention dry-run and certificates',
  'destruction:ask':
    'early destruction of situations its agency originated (X, with the coordinator as second)',
  'seat:approve': "approval of own agency's seats",
  'seat:refuse': "approval of own agency's seats",
  'seat:read': "approval of own agency's seats",
  'seat:end': "approval of own agency's seats",
  'export:approve': 'approved by a second auditor or a PO',
  'invitation:code': "the code comes from the agency's PO",
  'invitation:read': "the code comes from the agency's PO",
  'invitation:cancel': "the code comes from the agency's PO",
  'invitation:faceToFace': "the code comes from the agency's PO",
  'joining:read': 'yes to an agency that joins a table of its own agency',
  'joining:sayYes': 'yes to an agency that joins a table of its own agency',
  'joining:refuse': 'yes to an agency that joins a table of its own agency',
  'founding:read': 'the list of a table that is being founded (107)',
  'founding:confirm': 'the list of a table that is being founded (107)',
  'founding:see': 'the list of a table that is being founded (107)',
  'administration:told': 'what administration did at the table',
  'settings:approve': 'need a second person (another administrator or a PO)',
  'settings:propose': 'need a second person (another administrator or a PO)',
  'table:read': 'need a second person (another administrator or a PO)',
  'agency:read': 'R labels',
  'codebook:read': 'Codebook: read',
  'account:use': 'R U own',
  'notice:read': 'R U own',
};

/** Whether the file gives a column the right to use an operation. */
export function entitled(operation: Operation, column: Column): boolean {
  if (column === 'CO' && coordinatorConfirms.includes(operation.permission)) return true;
  return operation.rows.some((row) => {
    const said = cell(row, column);
    const words = rightOf[operation.permission];
    if (words !== undefined) return words !== 'noColumn' && words.test(said.text);
    if (said.asRows.length > 0) return true;
    return operation.method === 'get'
      ? said.rights.has('R') || said.rights.has('X')
      : ['C', 'U', 'X'].some((letter) => said.rights.has(letter as 'C'));
  });
}

/** Rows that a situation's content stands in: nobody outside the table has anything to do with them. */
export const ofSituations = [...matrix.rows.keys()].filter(
  (row) => (row <= 27 && row !== 0) || row === 32 || (row >= 40 && row <= 52) || row === 59 || row === 106,
);
