import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CheckpointFile } from '#crypto';
import { checkpointHeads, type CheckpointMade } from '#database/audit';
import { Data } from '#database/door';
import { Queue } from '#database/queue';
import { Checkpoints } from '../platform/parts.js';

/**
 * Every ten minutes, by one process of the installation: where all chains stand, signed, behind the
 * checkpoint before.
 */
@Injectable()
export class CheckpointsService implements OnModuleInit {
  constructor(
    private readonly data: Data,
    private readonly queue: Queue,
    @Inject(Checkpoints) private readonly file: CheckpointFile | null,
  ) {}

  onModuleInit(): void {
    // There from the first start, not from the first checkpoint. Where it cannot be written, the job says so.
    try {
      this.file?.publishKey();
    } catch {
      /* people work on */
    }
    this.queue.work('audit.checkpointed', async () => {
      await this.make();
    });
  }

  /** @returns what was made, or undefined where there is no file to write it to */
  async make(): Promise<CheckpointMade | undefined> {
    const { file } = this;
    if (file === null) return undefined;
    return checkpointHeads(this.data, (heads, at, told) => {
      const written = file.last();
      // A database that was put back to an earlier time knows fewer than were signed: the file's word counts,
      // unless it is a new one.
      const last = written && (told === undefined || written.number >= told.number) ? written : told;
      return file.append({ number: (last?.number ?? 0) + 1, at, before: last?.digest ?? null, heads });
    });
  }
}
