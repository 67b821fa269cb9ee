import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Data } from '#database/door';
import { scheduledJobs, overdueKinds, overdueSeconds, runScheduledJob } from '#database/jobs';
import { Queue } from '#database/queue';
import { Meters, type Sample } from '../platform/meters.js';
import { KeyRotation } from './key-rotation.js';

/**
 * The work of the clock, by the job queue: every minute one job for each piece and one for the weekly roll of
 * keys, done by one process of however many.
 * One that fails holds up no other.
 */
@Injectable()
export class ScheduledJobsService implements OnModuleInit {
  constructor(
    private readonly data: Data,
    private readonly queue: Queue,
    private readonly rotation: KeyRotation,
    private readonly meters: Meters,
  ) {}

  onModuleInit(): void {
    for (const piece of scheduledJobs)
      this.queue.work(`scheduled.${piece}`, async () => {
        await runScheduledJob(this.data, piece);
      });
    this.queue.work('scheduled.rolled', async () => {
      await this.rotation.rollIfDue();
    });
    this.meters.add({
      name: 'jobs',
      help: 'Jobs of the queue by what has become of them; given up means within the last day.',
      read: () => this.jobs(),
    });
    this.meters.add({
      name: 'overdue_seconds',
      help: 'For how long what should have happened has not; 0 while it is in time.',
      read: () => this.overdue(),
    });
  }

  private async overdue(): Promise<Sample[]> {
    const late = await this.data.asJob('', overdueSeconds);
    return overdueKinds.map((what) => ({
      labels: { what },
      value: Math.max(0, late.find((row) => row.what === what)?.seconds ?? 0),
    }));
  }

  private async jobs(): Promise<Sample[]> {
    return (await this.queue.states()).flatMap(({ queue, waiting, active, failed }) =>
      (
        [
          ['waiting', waiting],
          ['active', active],
          ['givenUp', failed],
        ] as const
      ).map(([state, value]) => ({ labels: { queue, state }, value })),
    );
  }
}
