import { baseShapes, demoShape, type BaseShape } from '#statistics';

/**
 * The year that the demo's clock begins in. Its first months are among the three years with records, so that
 * what is concluded in it becomes part of a figure.
 */
export const demoYear = 2026;
/** What `npm start -- --demo` fills: six tables in three regions, three years, about 900 records. */
export const demoBase: BaseShape = demoShape(demoYear + 1);
/** For benches, from the same generator: 53 tables in seven regions, about 2,200 records a year. */
export const benchBase: BaseShape = {
  ...demoBase,
  rows: 3 * baseShapes.year.rows,
  regions: baseShapes.year.regions,
};
