import { Controller, Get, Inject } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { epochMs, type KeyProvider } from '#crypto';
import { backupRuns, Data, retiredEpochs } from '#database';
import { Answers, AnswersList } from '#edge';
import { Keys } from '../parts.js';
import { BackupRunResponse, KeyringResponse } from './upkeep.dto.js';

/** The state of backups and of the keyring, for whoever runs the installation (matrix row 56). */
@Controller('administration')
export class UpkeepController {
  constructor(
    private readonly data: Data,
    @Inject(Keys) private readonly keys: KeyProvider,
  ) {}

  /** The latest backups and restores. */
  @Get('backups')
  @Allow('administration:upkeep')
  @AnswersList(BackupRunResponse)
  async backups(@TheViewer() viewer: ActingViewer): Promise<BackupRunResponse[]> {
    const rows = await this.data.as(viewer, viewer.requestId, (session) => backupRuns.rows(session, []));
    return rows.map(({ taken_at, ...row }) => ({ ...row, takenAt: taken_at }));
  }

  /** Since when the current epoch stands, and what became of those before. */
  @Get('keyring')
  @Allow('administration:upkeep')
  @Answers(KeyringResponse)
  async keyring(@TheViewer() viewer: ActingViewer): Promise<KeyringResponse> {
    const earlier = await this.data.as(viewer, viewer.requestId, (session) =>
      retiredEpochs.rows(session, []),
    );
    const [held, current] = [await this.keys.epochs(), await this.keys.currentEpoch()];
    const began = held.find(({ id }) => id === current)?.beganAt ?? new Date(0);
    return {
      epochBeganAt: began.toISOString(),
      rollsAt: new Date(began.getTime() + epochMs).toISOString(),
      rolling: held.length > 1,
      earlier: earlier.map(({ retired_at, destroyed_at }) => ({
        retiredAt: retired_at,
        destroyedAt: destroyed_at,
      })),
    };
  }
}
