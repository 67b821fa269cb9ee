import { DataSource } from 'typeorm';
import { types } from 'pg';
import { noteErrors } from '../cluster/note-errors.js';
import { Queue } from '../queue/queue.js';
import { Data, poolOf, type DataSources } from './data.js';

// A day is a day: by default the driver makes an instant of it, midnight in the zone of this process.
types.setTypeParser(types.builtins.DATE, (day) => day);

/** Where the three logins connect, and how many connections the app's pool may hold. */
export interface Connections {
  readonly app: string;
  readonly authn: string;
  readonly job: string;
  readonly poolSize?: number;
}

interface Limits {
  readonly connectionTimeoutMillis: number;
  readonly statement_timeout: number;
  readonly lock_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}
/** A request that cannot get a connection or an answer in time gives up and says so (503), instead of piling up. */
const ofRequests: Limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 15_000,
};
/**
 * A scheduled job takes the time that it needs: nobody waits for its answer. It does not wait for a lock for
 * long, since it comes again.
 */
const ofJobs: Limits = {
  connectionTimeoutMillis: 30_000,
  statement_timeout: 0,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 120_000,
};

async function pool(
  url: string,
  name: string,
  max: number,
  limits: Limits = ofRequests,
): Promise<DataSource> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    applicationName: `situation-table ${name}`,
    poolSize: max,
    extra: {
      ...limits,
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  }).initialize();
  poolOf(source).on('acquire', noteErrors);
  return source;
}

/**
 * Opens the pools of a process, and its job queue, which is not started yet; `close` ends them. @throws when
 * the database cannot be reached
 */
export async function connectData(
  to: Connections,
): Promise<{ data: Data; sources: DataSources; queue: Queue; close: () => Promise<void> }> {
  const sources: DataSources = {
    app: await pool(to.app, 'app', to.poolSize ?? 8),
    authn: await pool(to.authn, 'authn', 5),
    job: await pool(to.job, 'job', 4, ofJobs),
  };
  const queue = new Queue(to.job);
  return {
    data: new Data(sources, to.poolSize),
    sources,
    queue,
    close: async () => {
      await queue.stop();
      await Promise.all([sources.app.destroy(), sources.authn.destroy(), sources.job.destroy()]);
    },
  };
}
