import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import process from 'node:process';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { chainFigures } from '#database/audit';
import { Data } from '#database/door';
import { RequestMeter, type ApiRequest } from '#edge';
import { Meters, MetricsAccess, type Sample } from '../platform/meters.js';
import { metricText, requestsText } from './exposition.js';

/** How often lateness is looked at; what is measured between two looks includes it. */
const lookMs = 10;
const loopbackAddress = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const loopbackHost = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;
/** What proxies write: with one of these somebody else is asking through the machine that connected. */
const forwarded = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** What the process measures of itself, for whoever runs it. */
@Injectable()
export class MetricsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private lag: IntervalHistogram | undefined;

  constructor(
    private readonly data: Data,
    private readonly meter: RequestMeter,
    private readonly meters: Meters,
    private readonly access: MetricsAccess,
  ) {
    this.addOwn();
  }

  onApplicationBootstrap(): void {
    this.lag = monitorEventLoopDelay({ resolution: lookMs });
    this.lag.enable();
  }

  onApplicationShutdown(): void {
    this.lag?.disable();
  }

  /** With a token: whoever sends it. Without: whoever sits on this machine, as long as no proxy stands before us. */
  isReader(request: ApiRequest): boolean {
    const { token, behindProxy } = this.access;
    if (token !== undefined) {
      const sent = /^Bearer (\S{1,300})$/.exec(request.headers.authorization ?? '')?.[1];
      return sent !== undefined && timingSafeEqual(digest(sent), digest(token));
    }
    return (
      !behindProxy &&
      loopbackAddress.test(request.raw.socket.remoteAddress ?? '') &&
      loopbackHost.test(request.headers.host ?? '') &&
      forwarded.every((name) => request.headers[name] === undefined)
    );
  }

  async text(): Promise<string> {
    const parts = await Promise.all(
      this.meters.gauges().map(async ({ name, help, type, read }) => {
        const samples = await Promise.resolve()
          .then(read)
          .catch((): readonly Sample[] => []);
        return samples.length === 0 ? '' : metricText(name, type ?? 'gauge', help, samples);
      }),
    );
    return requestsText(this.meter.rows()) + parts.join('') + (await this.databaseText());
  }

  private addOwn(): void {
    const { data, meters } = this;
    meters.add({
      name: 'pool_connections',
      help: 'Connections to PostgreSQL, by login.',
      read: () =>
        data.pools().flatMap(({ login, busy, idle }) => [
          { labels: { login, state: 'busy' }, value: busy },
          { labels: { login, state: 'idle' }, value: idle },
        ]),
    });
    meters.add({
      name: 'pool_waiting',
      help: 'Pieces of work that wait for a connection, by login.',
      read: () => data.pools().map(({ login, waiting }) => ({ labels: { login }, value: waiting })),
    });
    meters.add({
      name: 'event_loop_lag_seconds',
      help: 'How late the process came to its work since this was last read.',
      read: () => this.readLag(),
    });
    meters.add({
      name: 'resident_memory_bytes',
      help: 'Memory that the process holds.',
      read: () => [{ value: process.memoryUsage.rss() }],
    });
    meters.add({
      name: 'processor_seconds_total',
      type: 'counter',
      help: 'Processor time that the process used.',
      read: () => {
        const { user, system } = process.cpuUsage();
        return [{ value: (user + system) / 1e6 }];
      },
    });
    meters.add({
      name: 'uptime_seconds',
      help: 'How long the process has been running.',
      read: () => [{ value: process.uptime() }],
    });
  }

  private async databaseText(): Promise<string> {
    const chains = await this.data.asJob('', chainFigures).catch(() => undefined);
    const one = (name: string, help: string, value: number | null | undefined): string =>
      typeof value === 'number' ? metricText(name, 'gauge', help, [{ value }]) : '';
    return (
      one('database_up', '1 while the database answers.', chains === undefined ? 0 : 1) +
      one('audit_events', 'Events in all audit chains together.', chains?.events) +
      one(
        'audit_newest_age_seconds',
        'How long ago the newest event of any audit chain was written.',
        chains?.newestAge,
      )
    );
  }

  private readLag(): Sample[] {
    const { lag } = this;
    // Before the first beat there is nothing to tell: the mean of nothing is no number.
    if (lag === undefined || lag.count === 0) return [];
    const samples = [0.5, 0.99, 1].map((quantile) => ({
      labels: { quantile: String(quantile) },
      value: Math.max(0, lag.percentile(quantile * 100) / 1e9 - lookMs / 1000),
    }));
    lag.reset();
    return samples;
  }
}
