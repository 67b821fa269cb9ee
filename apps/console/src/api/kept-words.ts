import { useSyncExternalStore } from 'react';
import type { Schema } from '#api-client';

/**
 * Words that have no other place any more: the page on which they were written was left before the server
 * refused them, or speaks of something later, or another version went on instead. They are in the memory of
 * this page alone, until the person puts them away.
 */
export interface KeptWords {
  readonly id: string;
  readonly why: 'refused' | 'earlier' | 'overtaken' | 'replaced';
  readonly problem?: Schema<'Problem'> | undefined;
  readonly words: readonly string[];
}

let kept: readonly KeptWords[] = [];
const listeners = new Set<() => void>();

function become(next: readonly KeptWords[]): void {
  kept = next;
  for (const listener of listeners) listener();
}

export function keepWords(more: Omit<KeptWords, 'id'>): void {
  become([...kept, { ...more, id: crypto.randomUUID() }]);
}

export function putWordsAway(id: string): void {
  become(kept.filter((each) => each.id !== id));
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export function useKeptWords(): readonly KeptWords[] {
  return useSyncExternalStore(listen, () => kept);
}

/** What a person wrote in an input, without the codes and ids that a choice sends. */
export function wordsIn(input: unknown): readonly string[] {
  if (typeof input === 'string') return /\s|[^ -~]/.test(input.trim()) ? [input] : [];
  if (typeof input !== 'object' || input === null) return [];
  return Object.values(input).flatMap(wordsIn);
}
