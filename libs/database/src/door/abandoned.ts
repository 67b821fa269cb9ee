import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';

/** What a connection knows of itself, beside what the driver's types tell. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

const cancelRequest = 80_877_102;
const longestMs = 2_000;
const againMs = 200;
const mostGone = 10_000;

/**
 * Asks the server to end the statement that runs on this connection (PostgreSQL protocol, CancelRequest).
 * Resolves when the server has taken the request, or cannot be reached: until then the connection must not be
 * given to anybody else.
 */
function cancelStatement(client: PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  if (processID === null || secretKey === null) return Promise.resolve();
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(cancelRequest, 4);
  message.writeInt32BE(processID, 8);
  message.writeInt32BE(secretKey, 12);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(longestMs, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.once('connect', () => socket.write(message));
    // The server closes the line without an answer. Reading is how that is noticed.
    socket.resume();
    socket.once('close', () => {
      resolve();
    });
  });
}

/** One unit of work of a request, which its sender may give up. */
export class Work {
  private client: PoolClient | undefined;
  private cancelled: Promise<void> | undefined;
  private isAbandoned = false;
  private giveUp: () => void = () => undefined;

  /** What ends its waiting for a turn. */
  readonly waits = (giveUp: () => void): void => {
    this.giveUp = giveUp;
  };

  /** Nobody waits for it any more: what runs is cancelled, and nothing more begins. */
  abandon(): void {
    this.isAbandoned = true;
    this.giveUp();
    if (this.client !== undefined) void this.cancel(this.client);
  }

  /** Between two statements a request to cancel is ignored: it is sent again until the work has ended. */
  private async cancel(client: PoolClient): Promise<void> {
    while (this.client === client) {
      this.cancelled = cancelStatement(client);
      await this.cancelled;
      await pause(againMs, undefined, { ref: false });
    }
  }

  /** It has a connection. @throws when it was given up before */
  begin(client: PoolClient): void {
    if (this.isAbandoned) throw Object.assign(new Error('given up'), { code: '57014' });
    this.client = client;
  }

  /** It wants nothing more of its connection, but to end the transaction. */
  async end(): Promise<void> {
    this.client = undefined;
    await this.cancelled;
  }
}

/** The work of each request that runs now. */
export class RunningWork {
  private readonly byRequest = new Map<string, Set<Work>>();
  /** Requests that nobody waits for and that may still be on their way to their first work; the oldest go first. */
  private readonly gone = new Set<string>();

  async during<T>(requestId: string, run: (work: Work) => Promise<T>): Promise<T> {
    if (this.gone.has(requestId)) throw Object.assign(new Error('given up'), { code: '57014' });
    const work = new Work();
    const all = this.byRequest.get(requestId) ?? new Set<Work>();
    this.byRequest.set(requestId, all.add(work));
    try {
      return await run(work);
    } finally {
      all.delete(work);
      if (all.size === 0) this.byRequest.delete(requestId);
    }
  }

  /** @param isAnswering what was answered in part may still note how it ended */
  abandon(requestId: string, isAnswering: boolean): void {
    if (!isAnswering) {
      this.gone.add(requestId);
      const [oldest] = this.gone;
      if (this.gone.size > mostGone && oldest !== undefined) this.gone.delete(oldest);
    }
    for (const work of this.byRequest.get(requestId) ?? []) work.abandon();
  }
}
