export { catalogueOf } from './catalogue.js';
export {
  definitions,
  numberedMigrations,
  schemaSourceDigest,
  shippedSchema,
  type SchemaSource,
} from './files.js';
export { DatabaseUnfit, isBehind } from './fitness.js';
export { migrate, planMigration, type MigrationPlan } from './migrate.js';
export { programVersion } from './version.js';
