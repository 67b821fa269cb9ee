/** Where and when a generated base happens, and the seeds it is drawn from; committed before the engine. */
export interface BaseShape {
  readonly seed: number;
  readonly rows: number;
  readonly years: readonly number[];
  /** Region code → number of tables in it. */
  readonly regions: Readonly<Record<string, number>>;
  /** Standard deviation of the logarithm of a table's size. */
  readonly sizeSpread: number;
}

/** 53 tables in 7 regions (Ontario 2022: 53 sites); the split over regions is assumed. */
const province = {
  'north-west': 4,
  'north-east': 6,
  east: 8,
  'central-east': 9,
  toronto: 6,
  'central-west': 8,
  west: 12,
} as const;

/** About 2,200 discussions a year, so 25,000 are eleven years; 60 is a year at one small region. */
export const baseShapes = {
  small: { seed: 602_026, rows: 60, years: [2024], regions: { 'north-west': 4 }, sizeSpread: 0.8 },
  year: { seed: 22_002_026, rows: 2_200, years: [2024], regions: province, sizeSpread: 0.8 },
  register: {
    seed: 250_002_026,
    rows: 25_000,
    regions: province,
    sizeSpread: 0.8,
    years: [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
  },
  million: {
    seed: 1_002_026,
    rows: 1_000_000,
    years: [2020, 2021, 2022, 2023, 2024],
    regions: province,
    sizeSpread: 0.8,
  },
} as const satisfies Record<string, BaseShape>;

/** The demonstration: 6 tables in 3 regions with the three years before `year`, about 300 discussions a year. */
export const demoShape = (year: number): BaseShape => ({
  seed: 9_002_026,
  rows: 900,
  years: [year - 3, year - 2, year - 1],
  regions: { 'north-west': 1, east: 2, west: 3 },
  sizeSpread: 0.6,
});
