import { DataSource } from 'typeorm';
import { Data, type DataSources } from './data.js';

/** Where the three logins connect, and how many connections the app's pool may hold. */
export interface Connections {
  readonly app: string;
  readonly authn: string;
  readonly job: string;
  readonly poolSize?: number;
}

async function pool(url: string, name: string, max: number): Promise<DataSource> {
  return new DataSource({
    type: 'postgres', url, applicationName: `situation-table ${name}`, poolSize: max,
    // A request that cannot get a connection or an answer in time gives up and says so (503), instead of piling up.
    extra: { connectionTimeoutMillis: 5_000, statement_timeout: 10_000, idle_in_transaction_session_timeout: 15_000, keepAlive: true },
    poolErrorHandler: () => undefined,
  }).initialize();
}

/** Opens the pools of a process; `close` ends them. @throws when the database cannot be reached */
export async function connectData(to: Connections): Promise<{ data: Data; sources: DataSources; close: () => Promise<void> }> {
  const sources: DataSources = {
    app: await pool(to.app, 'app', to.poolSize ?? 8),
    authn: await pool(to.authn, 'authn', 3),
    job: await pool(to.job, 'job', 2),
  };
  return {
    data: new Data(sources), sources,
    close: async () => { await Promise.all([sources.app.destroy(), sources.authn.destroy(), sources.job.destroy()]); },
  };
}
