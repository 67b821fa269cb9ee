import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface BackupRow {
  readonly id: string;
  readonly kind: 'data' | 'keys' | 'restore';
  readonly taken_at: string;
  readonly rows: number;
  readonly keys: number;
  readonly bytes: number;
}
/** What was backed up and restored, newest first. $1 of one kind or null, $2 $3 before this time and id, $4 how many */
export const backupRuns = new Read<BackupRow>(
  'administration.backups',
  `
select b.id, b.kind, ${utcExact('b.taken_at')} as taken_at, b.rows::float8 as rows, b.keys::float8 as keys, b.bytes::float8 as bytes
from sec.backups($1, $2, $3, $4) b order by b.taken_at desc, b.id desc`,
);

export interface EpochRow {
  readonly retired_at: string;
  readonly destroyed_at: string | null;
}
/** The epochs that keys were wrapped under before, newest first. $1 how many */
export const retiredEpochs = Read.inOrder<EpochRow>(
  'administration.epochs',
  `
select ${utcExact('e.retired_at')} as retired_at, ${utcExact('e.destroyed_at')} as destroyed_at from sec.retired_epoch e order by e.retired_at desc limit $1`,
);
