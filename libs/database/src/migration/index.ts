export { catalogueOf } from './catalogue.js';
export { definitions, numberedMigrations, schemaSourceDigest, shippedSchema, type SchemaSource, } from './files.js';
export { DatabaseUnfit, isBehind } from './fitness.js';
export { migrate, planMigration, type MigrateOptions, type MigrationPlan } from './migrate.js';
export { acceptsFrom, programVersion } from './version.js';
