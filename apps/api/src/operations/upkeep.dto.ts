import { overdueKinds } from '#database/jobs';
import { Code, Identifier, Instant, PageQuery, Parts, Text, Truth, Whole } from '#edge';

const most = Number.MAX_SAFE_INTEGER;

const kinds = ['data', 'keys', 'restore'] as const;
const coarse = 'Rounded down to a ten; 0 below 11';

export class BackupQuery extends PageQuery {
  @Code(kinds, { optional: true, description: 'Only those of this kind' }) kind?: (typeof kinds)[number];
}
export class BackupRunResponse {
  @Code(kinds) kind: string;
  @Instant() takenAt: string;
  @Whole({ min: 0, max: most, description: coarse }) rows: number;
  @Whole({ min: 0, max: most, description: coarse }) keys: number;
  @Whole({ min: 0, max: most, description: coarse }) bytes: number;
}
export class RetiredEpochResponse {
  @Instant() retiredAt: string;
  @Instant({ nullable: true, description: 'From then on nothing that was wrapped under it opens' })
  destroyedAt: string | null;
}
export class KeyringResponse {
  @Instant({ description: 'When the current epoch began' }) epochBeganAt: string;
  @Instant({ description: 'When it is due to end' }) rollsAt: string;
  @Truth({ description: 'Keys are being wrapped again, or that was cut off' }) rolling: boolean;
  @Parts(() => RetiredEpochResponse, { max: 50 }) earlier: RetiredEpochResponse[];
  @Truth({ description: 'There are older ones than `earlier` names' }) hasOlder: boolean;
}

export class OverdueResponse {
  @Code(overdueKinds) what: string;
  @Instant() since: string;
}
export class ParkedResponse {
  @Identifier() id: string;
  @Text({ max: 20, description: 'The kind of job' }) kind: string;
  @Text({ max: 120, nullable: true }) tableName: string | null;
  @Text({
    max: 120,
    nullable: true,
    description: 'The name of an agency or user, or the server of a webhook; never which situation',
  })
  label: string | null;
  @Whole({ min: 1, max: most }) tries: number;
  @Text({ max: 60, description: 'The SQLSTATE of the last try, or the name of its error' }) code: string;
  @Instant() parkedAt: string;
}
export class WorkResponse {
  @Parts(() => OverdueResponse, { max: overdueKinds.length }) overdue: OverdueResponse[];
  @Parts(() => ParkedResponse, { max: 50, description: 'Those that wait longest' }) parked: ParkedResponse[];
  @Truth({ description: 'More are parked than are listed' }) moreParked: boolean;
}
