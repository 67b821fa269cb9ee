export { BootRefused, checkBeforeServing, isDemo } from './boot-check.js';
export { prepareCluster } from './prepare-cluster.js';
export { clusterScript, databaseAccessSql, logins, type Login } from './roles.js';
export { clusterStateOf, type ClusterState } from './state.js';
