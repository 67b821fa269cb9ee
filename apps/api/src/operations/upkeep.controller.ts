import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { epochMs, type KeyProvider } from '#crypto';
import { Data, once } from '#database/door';
import { overdueRows, parkedRows, tryAgain } from '#database/jobs';
import { backupRuns, retiredEpochs } from '#database/operations';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Cursors,
  Id,
  pageOf,
  TheOnceKey,
  type CursorScope,
  type OnceKey,
  type Page,
} from '#edge';
import { Keys } from '../platform/parts.js';
import { BackupQuery, BackupRunResponse, KeyringResponse, WorkResponse } from './upkeep.dto.js';

/** How many earlier epochs are named: about a year of them. */
const mostEpochs = 50;
const mostParked = 50;

/** The state of backups and of the keyring, for whoever runs the installation (matrix row 56). */
@Controller('administration')
export class UpkeepController {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
    @Inject(Keys) private readonly keys: KeyProvider,
  ) {}

  /** Backups and restores, the latest first. */
  @Get('backups')
  @Allow('administration:upkeep')
  @AnswersPage(BackupRunResponse)
  async backups(
    @TheViewer() viewer: ActingViewer,
    @Query() { limit, after, kind }: BackupQuery,
  ): Promise<Page<BackupRunResponse>> {
    const scope: CursorScope = {
      seatId: viewer.seatId,
      route: 'administration/backups',
      filter: kind ?? null,
    };
    const [before, id] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      backupRuns.rows(session, [kind ?? null, before ?? null, id ?? null, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.taken_at, last.id], scope));
    return {
      next: page.next,
      rows: page.rows.map(({ id: _, taken_at, ...row }) => ({ ...row, takenAt: taken_at })),
    };
  }

  /** What should have happened and did not, and the rows that scheduled jobs parked after three tries. */
  @Get('work')
  @Allow('administration:upkeep')
  @Answers(WorkResponse)
  async work(@TheViewer() viewer: ActingViewer): Promise<WorkResponse> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      const overdue = await overdueRows.rows(session, []);
      const parked = await parkedRows.rows(session, [mostParked + 1]);
      return {
        overdue,
        parked: parked.slice(0, mostParked).map(({ table_name, parked_at, ...row }) => ({
          ...row,
          tableName: table_name,
          parkedAt: parked_at,
        })),
        moreParked: parked.length > mostParked,
      };
    });
  }

  /** Have a parked row tried by the next run, when what was wrong with it is set right. */
  @Post('work/:id/tries')
  @Allow('administration:upkeep')
  @HttpCode(204)
  @AnswersNothing()
  async tryAgain(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await tryAgain(session, id);
          return {};
        },
      ),
    );
  }

  /** Since when the current epoch stands, and what became of those before. */
  @Get('keyring')
  @Allow('administration:upkeep')
  @Answers(KeyringResponse)
  async keyring(@TheViewer() viewer: ActingViewer): Promise<KeyringResponse> {
    const earlier = await this.data.as(viewer, viewer.requestId, (session) =>
      retiredEpochs.rows(session, [mostEpochs + 1]),
    );
    const [held, current] = [await this.keys.epochs(), await this.keys.currentEpoch()];
    const began = held.find(({ id }) => id === current)?.beganAt ?? new Date(0);
    return {
      epochBeganAt: began.toISOString(),
      rollsAt: new Date(began.getTime() + epochMs).toISOString(),
      rolling: held.length > 1,
      hasOlder: earlier.length > mostEpochs,
      earlier: earlier.slice(0, mostEpochs).map(({ retired_at, destroyed_at }) => ({
        retiredAt: retired_at,
        destroyedAt: destroyed_at,
      })),
    };
  }
}
