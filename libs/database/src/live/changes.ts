import { Read } from '../door/read.js';

export interface LiveChange {
  readonly seq: string;
  readonly kind: string;
  readonly id: string;
}

/** $1 a place in the table's chain, $2 the place up to which is looked */
export const changesSince = new Read<LiveChange>(
  'live.changes',
  `
select c.seq, c.kind, c.id from app.changed_since($1, $2) c order by c.seq`,
);

export const chainEnd = new Read<{ seq: string }>(
  'live.end',
  `
select app.chain_end() as seq`,
);
