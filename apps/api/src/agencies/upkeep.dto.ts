import { Code, Instant, Parts, Truth, Whole } from '#edge';

const most = Number.MAX_SAFE_INTEGER;

export class BackupRunResponse {
  @Code(['data', 'keys', 'restore']) kind: string;
  @Instant() takenAt: string;
  @Whole({ min: 0, max: most }) rows: number;
  @Whole({ min: 0, max: most }) keys: number;
  @Whole({ min: 0, max: most }) bytes: number;
}
export class RetiredEpochResponse {
  @Instant() retiredAt: string;
  @Instant({ nullable: true, description: 'From then on nothing that was wrapped under it opens' })
  destroyedAt: string | null;
}
export class KeyringResponse {
  @Instant({ description: 'When the current epoch began' }) epochBeganAt: string;
  @Instant({ description: 'When it is due to end' }) rollsAt: string;
  @Truth({ description: 'Keys are being wrapped anew, or that was cut off' }) rolling: boolean;
  @Parts(() => RetiredEpochResponse, { max: 50 }) earlier: RetiredEpochResponse[];
}
