import { Injectable } from '@nestjs/common';
import type { DataSources } from '#database/door';
import { isBehind } from '#database/migration';
import type { Queue } from '#database/queue';

/**
 * How the job queue stands: `failing` when a job was given up within the last day or one has been due for
 * five minutes; `off` where this process works none.
 */
export const jobStates = ['well', 'failing', 'off', 'unknown'] as const;
export type JobState = (typeof jobStates)[number];

const lateAfterSeconds = 300;

/** Whether requests can be served at this moment, and how the jobs stand. */
@Injectable()
export class Readiness {
  constructor(
    private readonly sources: DataSources,
    private readonly queue: Queue,
  ) {}

  async jobs(): Promise<JobState> {
    try {
      const rows = await this.queue.states();
      if (rows.length === 0) return 'off';
      return rows.some(({ failed, lateSeconds }) => failed > 0 || lateSeconds > lateAfterSeconds)
        ? 'failing'
        : 'well';
    } catch {
      return 'unknown';
    }
  }

  /**
   * True only when the database is reachable and has every migration of this build; false, never an error,
   * otherwise.
   */
  async isReady(): Promise<boolean> {
    const runner = this.sources.app.createQueryRunner();
    try {
      return !(await isBehind(async (sql) => (await runner.query(sql)) as Record<string, unknown>[]));
    } catch {
      return false;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
