export { giveTo, serverAccount } from './embedded/account.js';
export { AlreadyRunning, bornAt } from './embedded/claim.js';
export { clearLeftovers } from './embedded/cluster.js';
export { startEmbedded, databaseName, type EmbeddedServer } from './embedded/server.js';
export { migrate, migrationsDigest, migrationsFolder, pendingMigrations } from './migrate.js';
export { clusterScript, databaseAccessSql, databaseContentSql, logins, personas, rolesSql, type Login, type PersonaRole } from './roles.js';
export { connectData, type Connections } from './door/connect.js';
export { Data, type DataSources } from './door/data.js';
export { Queries, RowMissing, Session, type Viewer, type ViewerKey } from './door/session.js';
