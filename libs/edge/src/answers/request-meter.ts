/** Upper bounds of the latency classes, in seconds; what is slower counts in the last, unbounded one. */
export const latencyBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What was counted of one route: how often and how long, for answers of one class. */
export interface RouteCount {
  readonly method: string;
  /** The template, never an address that somebody typed; `none` where no route was found. */
  readonly route: string;
  /** `2xx` and so on; `cut` where whoever asked left before the answer was out. */
  readonly status: string;
  /** One number for each bound and one for what is slower; not cumulative. */
  readonly classes: number[];
  seconds: number;
}

/** Counts requests by route template and class of status: nothing of who asked, for what. */
export class RequestMeter {
  private readonly counted = new Map<string, RouteCount>();

  count(method: string, route: string | null, status: number | 'cut', seconds: number): void {
    const found = this.rowOf(
      knownMethod(method),
      route ?? 'none',
      status === 'cut' ? 'cut' : `${Math.floor(status / 100)}xx`,
    );
    const place = latencyBounds.findIndex((bound) => seconds <= bound);
    const at = place === -1 ? latencyBounds.length : place;
    found.classes[at] = (found.classes[at] ?? 0) + 1;
    found.seconds += seconds;
  }

  rows(): readonly RouteCount[] {
    return [...this.counted.values()];
  }

  private rowOf(method: string, route: string, status: string): RouteCount {
    const key = `${method} ${route} ${status}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const made = {
      method,
      route,
      status,
      classes: Array<number>(latencyBounds.length + 1).fill(0),
      seconds: 0,
    };
    this.counted.set(key, made);
    return made;
  }
}

/** The method, or `other`: Node accepts many more words, which each would be a row here. */
export function knownMethod(method: string): string {
  return knownMethods.has(method) ? method : 'other';
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
