export { giveTo, serverAccount } from './embedded/account.js';
export { AlreadyRunning, bornAt } from './embedded/claim.js';
export { clearLeftovers } from './embedded/cluster.js';
export { BootRefused, checkBeforeServing, isDemo } from './boot-check.js';
export { UnusableDirectory } from './embedded/unusable.js';
export {
  startEmbedded,
  databaseName,
  embeddedUrl,
  holdsDatabase,
  superuserUrl,
  type EmbeddedServer,
} from './embedded/server.js';
export { migrate, planMigration, type MigrateOptions, type MigrationPlan } from './migration/migrate.js';
export {
  definitions,
  numberedMigrations,
  schemaSourceDigest,
  shippedSchema,
  type SchemaSource,
} from './migration/files.js';
export { DatabaseUnfit, isBehind } from './migration/fitness.js';
export { catalogueOf } from './migration/catalogue.js';
export { acceptsFrom, programVersion } from './migration/version.js';
export { prepareCluster } from './prepare-cluster.js';
export {
  openDemo,
  removeDatabase,
  type DemoCast,
  type DemoDatabase,
  type PastRecord,
} from './demo/demo-database.js';
export { standingOf, type Standing } from './standing.js';
export { clusterScript, databaseAccessSql, logins, type Login } from './roles.js';
export { connectData } from './door/connect.js';
export { Data, type DataSources } from './door/data.js';
export { Queue, type JobHandler, type JobTurn, type QueueStanding } from './queue/queue.js';
export { Queries, RowMissing, Session, type Asking, type Viewer, type ViewerKey } from './door/session.js';
export * from './reads/agencies/administration.js';
export * from './reads/agencies/agencies.js';
export * from './reads/agencies/people.js';
export * from './reads/agencies/holidays.js';
export * from './reads/agencies/joining.js';
export * from './stores/agencies.js';
export * from './reads/audit/chain-figures.js';
export { exportAudit } from './audit/export.js';
export * from './stores/checkpoints.js';
export * from './stores/meeting-feed.js';
export * from './stores/own-account.js';
export * from './stores/people.js';
export * from './stores/joining.js';
export * from './stores/sign-in.js';
export { once, type OnceRequest, type Receipt } from './stores/idempotency.js';
export { queriesText, Read } from './reads/read.js';
export * from './reads/situations/card.js';
export * from './reads/situations/list.js';
export * from './reads/situations/pages.js';
export * from './stores/content.js';
export * from './stores/screenings.js';
export * from './stores/situations.js';
export { codebookChange, codebookChanges, type ChangeRow } from './reads/codebook/changes.js';
export {
  codebookLists,
  codebookTerms,
  codebookVersion,
  codebookVersions,
  type ListRow,
  type TermRow,
  type VersionRow,
} from './reads/codebook/terms.js';
export {
  discardChange,
  proposeChange,
  reviseChange,
  signChange,
  type TermContent,
} from './stores/codebook.js';
export * from './reads/meetings/meetings.js';
export * from './reads/meetings/agenda.js';
export * from './reads/meetings/calendar.js';
export * from './reads/week/rep.js';
export * from './reads/week/coordinator.js';
export * from './stores/meetings.js';
export * from './stores/projectors.js';
export { weekMost, type TaskRow } from './reads/week/task.js';
export * from './reads/statistics/cuts.js';
export * from './stores/statistics.js';
export * from './jobs/clock.js';
export { remindTables } from './jobs/reminders.js';
export * from './reads/tasks/tasks.js';
export * from './stores/tasks.js';
export * from './stores/mail.js';
export * from './stores/webhooks.js';
export * from './reads/agencies/webhooks.js';
export { dumpData, newestData, type DataDump, type Progress } from './backup/dump.js';
export {
  dumpKeys,
  keyDumpName,
  noteBackup,
  readKeyDump,
  renewKeyDump,
  type KeyDump,
} from './backup/key-dump.js';
export { BackupRefused, manifestName, readManifest, type Manifest, type Sign } from './backup/manifest.js';
export {
  checkFiles,
  checkVersion,
  restoreData,
  type Restored,
  type RestoreTarget,
} from './backup/restore.js';
export { StoredKeys, type KeyRow } from './stores/keys.js';
export * from './reads/privacy/officer.js';
export * from './reads/privacy/reviews.js';
export * from './stores/reviews.js';
export * from './reads/agencies/backups.js';
export * from './reads/agencies/overdue.js';
export * from './reads/retention/openings.js';
export * from './reads/retention/retention.js';
export * from './stores/openings.js';
export * from './stores/youth-items.js';
export * from './stores/retention.js';
export { ChangeListener } from './door/changes.js';
export * from './reads/live/changes.js';
