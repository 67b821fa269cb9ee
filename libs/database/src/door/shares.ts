/** One piece of work that waits or runs. */
interface Claim {
  readonly keys: readonly string[];
  readonly start: () => void;
  readonly giveUp: (error: Error) => void;
}

/** Says, as a statement that took too long does, that the service is busy. */
class Busy extends Error {
  override readonly name = 'Busy';
  readonly code = '57014';
}

export interface ShareLimits {
  /** How much of one key's work runs at once. */
  readonly atOnce: number;
  /** How much of one key's work may wait. */
  readonly waiting: number;
  /** How long it may wait, in milliseconds. */
  readonly waitMs: number;
}

/**
 * Nobody's work takes all connections: what one key asks for beyond its share waits in its own line, in
 * order, while others pass.
 * A claim has several keys (a session and a seat), and runs when each of them has room.
 */
export class Shares {
  private readonly running = new Map<string, number>();
  private readonly waitingOf = new Map<string, number>();
  private readonly waiting = new Set<Claim>();

  constructor(private readonly limits: ShareLimits) {}

  /**
   * Does the work when there is room.
   * @param onWait is given what ends the waiting early
   * @throws Busy when too much waits already, or for too long
   */
  async take<T>(
    keys: readonly string[],
    work: () => Promise<T>,
    onWait: (giveUp: () => void) => void = () => undefined,
  ): Promise<T> {
    if (this.hasRoom(keys)) this.count(this.running, keys, 1);
    else await this.wait(keys, onWait);
    try {
      return await work();
    } finally {
      this.count(this.running, keys, -1);
      this.next();
    }
  }

  private hasRoom(keys: readonly string[]): boolean {
    return keys.every((key) => (this.running.get(key) ?? 0) < this.limits.atOnce);
  }

  private wait(keys: readonly string[], onWait: (giveUp: () => void) => void): Promise<void> {
    if (keys.some((key) => (this.waitingOf.get(key) ?? 0) >= this.limits.waiting))
      return Promise.reject(new Busy('too much waits'));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        this.waiting.delete(claim);
        this.count(this.waitingOf, keys, -1);
      };
      const claim: Claim = {
        keys,
        start: () => {
          leave();
          this.count(this.running, keys, 1);
          resolve();
        },
        giveUp: (error) => {
          if (!this.waiting.has(claim)) return;
          leave();
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        claim.giveUp(new Busy('waited too long'));
      }, this.limits.waitMs);
      this.waiting.add(claim);
      this.count(this.waitingOf, keys, 1);
      onWait(() => {
        claim.giveUp(new Busy('given up'));
      });
    });
  }

  private next(): void {
    for (const claim of this.waiting) if (this.hasRoom(claim.keys)) claim.start();
  }

  private count(of: Map<string, number>, keys: readonly string[], by: number): void {
    for (const key of keys) {
      const now = (of.get(key) ?? 0) + by;
      if (now === 0) of.delete(key);
      else of.set(key, now);
    }
  }
}
