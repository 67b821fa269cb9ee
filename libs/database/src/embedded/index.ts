export { giveTo, serverAccount } from './account.js';
export { AlreadyRunning, bornAt } from './claim.js';
export { clearLeftovers } from './cluster.js';
export {
  startEmbedded,
  databaseName,
  embeddedUrl,
  holdsDatabase,
  superuserUrl,
  type EmbeddedServer,
} from './server.js';
export { UnusableDirectory } from './unusable.js';
