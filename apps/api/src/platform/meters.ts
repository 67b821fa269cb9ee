/** One value of a gauge; labels are fixed words of ours, never a person, a table, an agency or an id. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Something of the process that goes up and down, as `/metrics` tells it. */
export interface Gauge {
  /** Without the prefix `situation_table_`. */
  readonly name: string;
  readonly help: string;
  /** A counter only ever grows while the process lives. */
  readonly type?: 'counter';
  /** Looked up when it is asked for; what fails is left out. */
  read(): readonly Sample[] | Promise<readonly Sample[]>;
}

/** Where the parts of the process say what can be measured of them. */
export class Meters {
  private readonly known = new Map<string, Gauge>();

  /** @throws when a gauge of that name is there */
  add(gauge: Gauge): void {
    if (this.known.has(gauge.name)) throw new Error(`two gauges are named ${gauge.name}`);
    this.known.set(gauge.name, gauge);
  }

  gauges(): readonly Gauge[] {
    return [...this.known.values()];
  }
}

/** Who may read `/metrics`. */
export class MetricsAccess {
  /**
   * @param token whoever sends it as `Authorization: Bearer …` may; undefined: nobody by token
   * @param behindProxy requests come through a proxy, whose own address then says nothing of who asks
   */
  constructor(
    readonly token: string | undefined,
    readonly behindProxy: boolean,
  ) {}
}
