import { useSyncExternalStore } from 'react';

/** Somebody turned back instead of going through: what waited is given up. */
export class TurnedBack extends Error {}

/** Where questions wait until a person has done something. */
export class Gate {
  private waiting: { readonly go: () => void; readonly giveUp: (error: Error) => void }[] = [];
  private readonly listeners = new Set<() => void>();

  readonly isClosed = (): boolean => this.waiting.length > 0;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** @throws TurnedBack */
  wait(): Promise<void> {
    return new Promise((go, giveUp) => {
      this.waiting.push({ go, giveUp });
      this.tell();
    });
  }

  open(): void {
    for (const { go } of this.empty()) go();
  }

  turnBack(): void {
    for (const { giveUp } of this.empty()) giveUp(new TurnedBack());
  }

  private empty() {
    const waiting = this.waiting;
    this.waiting = [];
    this.tell();
    return waiting;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The session has ended: it opens when the same person has signed in again. */
export const session = new Gate();
/** An act wants a fresh proof that it is still the same person. */
export const proof = new Gate();

export function useIsClosed(gate: Gate): boolean {
  return useSyncExternalStore(gate.listen, gate.isClosed);
}
