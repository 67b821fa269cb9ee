import type { LoggerService } from '@nestjs/common';
import type { LogSink } from '#edge';

/**
 * What parts of the process and the framework have to say, as lines like all others. An error is told by its
 * kind alone, and no stack is kept: a message may quote what somebody typed. Words of our own parts are fixed
 * texts.
 */
export class LineLogger implements LoggerService {
  constructor(private readonly sink: LogSink) {}

  log(): void {
    /* what goes well is not said */
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }
  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }
  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  private write(level: string, message: unknown, more: readonly unknown[]): void {
    // The framework puts the part that speaks last, behind a stack where there is one.
    const last = more.at(-1);
    const part = typeof last === 'string' && /^[\w ]{1,40}$/.test(last) ? last : null;
    const says =
      typeof message === 'string'
        ? message.slice(0, 300)
        : message instanceof Error
          ? message.constructor.name
          : typeof message;
    this.sink(JSON.stringify({ time: new Date().toISOString(), level, part, says }));
  }
}
