import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Data, type Asking, type ChangeListener } from '#database/door';
import { chainEnd, changesSince, type LiveChange } from '#database/live';
import { Cursors, type CursorScope } from '#edge';
import { Meters } from '../platform/meters.js';
import { Turns } from './turns.js';

const beat = 25_000;
/** Changes that come together are told together. */
const pause = 60;
/** Events that are looked through at once; a stream that was away for longer goes on from there. */
const mostAtOnce = 2_000n;
/** A reader that takes nothing between two beats is gone, though its line still stands. */
const mostUnread = 2;

interface Listener extends Asking {
  readonly tableId: string | null;
}

interface Stream {
  readonly asking: Listener;
  readonly response: ServerResponse;
  place: string;
  busy: boolean;
  due: NodeJS.Timeout | undefined;
  again: boolean;
  /** Beats in a row at which what was written before had not been taken. */
  unread: number;
}

/**
 * Server-sent events: which situation or meeting of one's table changed, told only to those who may see the
 * change. The id of an event is a sealed place in the table's chain, so that a stream resumes where it broke
 * without saying how much happened meanwhile.
 */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly streams = new Map<string, Set<Stream>>();
  private readonly listener: ChangeListener;
  private readonly turns: Turns;
  private heart: NodeJS.Timeout | undefined;

  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
    meters: Meters,
  ) {
    meters.add({
      name: 'event_streams',
      help: 'Open event streams.',
      read: () => [{ value: [...this.streams.values()].reduce((sum, { size }) => sum + size, 0) }],
    });
    // However many streams are woken at once, three quarters of the pool stay for requests.
    this.turns = new Turns(
      Math.max(1, Math.floor((data.pools().find(({ login }) => login === 'app')?.most ?? 1) / 4)),
    );
    this.listener = data.listen(
      (tableId) => {
        this.wake(tableId);
      },
      () => {
        for (const tableId of this.streams.keys()) this.wake(tableId);
      },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.open();
    this.heart = setInterval(() => {
      this.beat();
    }, beat);
    this.heart.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.heart);
    for (const streams of this.streams.values()) for (const stream of streams) this.end(stream);
    await this.listener.close();
  }

  /** Begins a stream at a place, or now. @throws Problem `request.cursorInvalid` for a place of another seat */
  async begin(
    asking: Listener,
    lastEventId: string | undefined,
    respond: () => ServerResponse,
  ): Promise<void> {
    const place =
      lastEventId === undefined
        ? await this.chainEndFor(asking)
        : String(this.cursors.open(lastEventId, scopeOf(asking))[0]);
    const response = respond();
    // Whoever left while the place was looked up will not be heard to leave again.
    if (response.destroyed) return;
    const stream: Stream = { asking, response, place, busy: false, due: undefined, again: false, unread: 0 };
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    response.write(
      `retry: 2000\nid: ${this.cursors.seal([place], scopeOf(asking))}\nevent: ready\ndata: {}\n\n`,
    );
    response.on('close', () => {
      this.forget(stream);
    });
    const table = asking.tableId ?? '';
    this.streams.set(table, (this.streams.get(table) ?? new Set()).add(stream));
    // What happened between the place and the listening is told first.
    this.schedule(stream);
  }

  private async chainEndFor(asking: Listener): Promise<string> {
    return (
      await this.turns.take(() =>
        this.data.asInBackground(asking, asking.requestId, (session) => chainEnd.one(session, [])),
      )
    ).seq;
  }

  private wake(tableId: string): void {
    for (const stream of this.streams.get(tableId) ?? []) this.schedule(stream);
  }

  private schedule(stream: Stream): void {
    if (stream.busy) {
      stream.again = true;
      return;
    }
    stream.due ??= setTimeout(() => {
      stream.due = undefined;
      void this.tell(stream);
    }, pause);
  }

  /**
   * Reads what this viewer may notice since its place, and tells it. A reader that is too slow is waited for:
   * nothing piles up, since the place stays.
   */
  private async tell(stream: Stream): Promise<void> {
    stream.busy = true;
    try {
      if (stream.response.writableNeedDrain) await drained(stream.response);
      const { changes, until, isEnd } = await this.turns.take(() => this.changesFor(stream));
      stream.place = until;
      stream.again ||= !isEnd;
      if (changes.length > 0) {
        const id = this.cursors.seal([stream.place], scopeOf(stream.asking));
        const events = changes.map(({ kind, id: of }) => `event: ${kind}\ndata: {"id":"${of}"}\n`);
        // Only the last carries the place: whoever breaks off before it is told all of them again.
        stream.response.write(
          events
            .map((event, index) => (index === events.length - 1 ? `id: ${id}\n${event}\n` : `${event}\n`))
            .join(''),
        );
      }
    } catch (error) {
      // Whose session or seat has ended hears no more; anything else is tried again by the next change or beat.
      if (['28000', '42501'].includes(String((error as { code?: unknown }).code))) this.end(stream);
    } finally {
      stream.busy = false;
      if (stream.again && !stream.response.destroyed) {
        stream.again = false;
        this.schedule(stream);
      }
    }
  }

  private async changesFor({
    asking,
    place,
    response,
  }: Stream): Promise<{ changes: readonly LiveChange[]; until: string; isEnd: boolean }> {
    // Who left while it waited for its turn needs nothing read.
    if (response.destroyed) return { changes: [], until: place, isEnd: true };
    return this.data.asInBackground(asking, asking.requestId, async (session) => {
      const end = BigInt((await chainEnd.one(session, [])).seq);
      const reach = BigInt(place) + mostAtOnce;
      const until = String(end < reach ? end : reach);
      return { until, isEnd: end <= reach, changes: await changesSince.rows(session, [place, until]) };
    });
  }

  /** Called at intervals: keeps lines open that would seem dead to a proxy, and ends the streams that nobody reads. */
  beat(): void {
    for (const streams of this.streams.values()) {
      for (const stream of streams) {
        stream.unread = stream.response.writableNeedDrain ? stream.unread + 1 : 0;
        // Its buffers would be kept for as long as its line stands.
        if (stream.unread >= mostUnread) stream.response.destroy();
        else if (stream.unread === 0) stream.response.write(': \n\n');
        this.schedule(stream);
      }
    }
  }

  private end(stream: Stream): void {
    stream.response.end();
    this.forget(stream);
  }

  private forget(stream: Stream): void {
    clearTimeout(stream.due);
    const table = stream.asking.tableId ?? '';
    this.streams.get(table)?.delete(stream);
    if (this.streams.get(table)?.size === 0) this.streams.delete(table);
  }
}

function scopeOf(asking: Listener): CursorScope {
  return { seatId: asking.seatId, route: 'events', filter: null };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
