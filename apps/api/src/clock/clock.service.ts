import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Data, workOfTheClock } from '#database';
import { KeyRotation } from './key-rotation.js';

const everyMinute = 60_000;

/**
 * Calls the work of the clock once a minute: unanswered assignments return, exits are minimised, concluded ones are sealed, later destroyed, years are cut, keys rolled.
 * Of several processes one works at a time; a round that fails is done by the next.
 */
@Injectable()
export class ClockService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('clock');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly data: Data, private readonly rotation: KeyRotation) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => { this.running = this.round(); }, everyMinute);
    // A waiting timer must not keep a process alive that has nothing else to do.
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async round(): Promise<void> {
    for (const work of [() => workOfTheClock(this.data), () => this.rotation.rollIfDue()]) await this.attempt(work);
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The code alone: a message of the database may quote what it was about.
      this.logger.error(`a round failed and is tried again in a minute: ${String((error as { code?: unknown }).code ?? 'no code')}`);
    }
  }
}
