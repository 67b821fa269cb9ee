import { Problem } from './problems.js';

/** Who waits: a part (one account, one link) of a group (one source). */
export interface TurnPlace {
  readonly group: string;
  readonly part: string;
}

/** How many work at once, and how many may wait: of one part, of one group, in all. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly part: number;
  readonly group: number;
  readonly all: number;
}

interface Entry {
  readonly pauseMs: number;
  readonly admit: () => void;
  readonly refuse: (problem: Problem) => void;
}

interface Part {
  readonly entries: Entry[];
  /** When the first of them may have its turn, as `performance.now()`. */
  readyAt: number;
}

const retryAfterSeconds = 5;

/**
 * Turns for work that strangers can ask for. Groups take turns, and within a group its parts: a crowd in one
 * place waits behind itself. What waits is bounded, and where it is full, one that waits in the fullest place
 * gives way, drawn by lot, so that nobody can be sure to keep another one out by being earlier or later.
 */
export class FairTurns {
  private readonly groups = new Map<string, Map<string, Part>>();
  private waiting = 0;
  private working = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly limits: TurnLimits) {}

  /** How many wait now. */
  get length(): number {
    return this.waiting;
  }

  /**
   * Does the work when its turn comes.
   * @param pauseMs at least so long after it came, and after the turn before of the same part
   * @param isGone asked when the turn comes: who has left meanwhile costs no work
   * @throws Problem `request.tooMany` for one that gave way
   */
  async take<T>(
    place: TurnPlace,
    pauseMs: number,
    work: () => Promise<T>,
    isGone: () => boolean = () => false,
  ): Promise<T> {
    await this.wait(place, pauseMs);
    try {
      if (isGone()) throw new Problem('request.tooMany');
      return await work();
    } finally {
      this.working -= 1;
      this.next();
    }
  }

  private wait(place: TurnPlace, pauseMs: number): Promise<void> {
    return new Promise((admit, refuse) => {
      this.add(place, { pauseMs, admit, refuse });
      this.next();
    });
  }

  private add(place: TurnPlace, entry: Entry): void {
    const group = this.groups.get(place.group) ?? new Map<string, Part>();
    this.groups.set(place.group, group);
    const part = group.get(place.part) ?? { entries: [], readyAt: performance.now() + entry.pauseMs };
    group.set(place.part, part);
    part.entries.push(entry);
    this.waiting += 1;
    if (part.entries.length > this.limits.part) this.giveWay(place.group, place.part);
    else if (sizeOf(group) > this.limits.group) this.giveWay(place.group, fullest(group, partSize));
    else if (this.waiting > this.limits.all) {
      const crowded = fullest(this.groups, sizeOf);
      this.giveWay(crowded, fullest(this.groups.get(crowded) ?? group, partSize));
    }
  }

  private giveWay(groupName: string, partName: string): void {
    const part = this.groups.get(groupName)?.get(partName);
    if (part === undefined) return;
    const [drawn] = part.entries.splice(Math.floor(Math.random() * part.entries.length), 1);
    this.waiting -= 1;
    this.tidy(groupName, partName);
    drawn?.refuse(new Problem('request.tooMany', [], retryAfterSeconds));
  }

  private next(): void {
    clearTimeout(this.timer);
    while (this.working < this.limits.atOnce && this.waiting > 0) {
      const earliest = this.admitOne();
      if (earliest === undefined) continue;
      this.timer = setTimeout(
        () => {
          this.next();
        },
        Math.max(1, earliest - performance.now()),
      );
      return;
    }
  }

  /** Gives the next turn; where nobody is ready yet, when the first will be. */
  private admitOne(): number | undefined {
    const now = performance.now();
    let earliest = Infinity;
    for (const [groupName, group] of this.groups) {
      for (const [partName, part] of group) {
        earliest = Math.min(earliest, part.readyAt);
        if (part.readyAt > now) continue;
        const entry = part.entries.shift();
        this.waiting -= 1;
        this.working += 1;
        part.readyAt = now + (part.entries[0]?.pauseMs ?? 0);
        // Who had a turn goes behind the others: a Map keeps the order in which things came.
        group.delete(partName);
        group.set(partName, part);
        this.groups.delete(groupName);
        this.groups.set(groupName, group);
        this.tidy(groupName, partName);
        entry?.admit();
        return undefined;
      }
    }
    return earliest;
  }

  private tidy(groupName: string, partName: string): void {
    const group = this.groups.get(groupName);
    if (group?.get(partName)?.entries.length === 0) group.delete(partName);
    if (group?.size === 0) this.groups.delete(groupName);
  }
}

function partSize(part: Part): number {
  return part.entries.length;
}

function sizeOf(group: ReadonlyMap<string, Part>): number {
  let size = 0;
  for (const part of group.values()) size += part.entries.length;
  return size;
}

/** The name of the largest; one of them by lot where several are. */
function fullest<T>(all: ReadonlyMap<string, T>, measure: (one: T) => number): string {
  let names: string[] = [];
  let most = -1;
  for (const [name, one] of all) {
    const size = measure(one);
    if (size > most) [names, most] = [[], size];
    if (size === most) names.push(name);
  }
  return names[Math.floor(Math.random() * names.length)] ?? '';
}
