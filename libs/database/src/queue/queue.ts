import PgBoss from 'pg-boss';
import { QueueConnection } from './queue-connection.js';

/** One turn of a job. */
export interface JobTurn {
  /** The id that the job is about; null for one that is about nothing in particular. */
  readonly subject: string | null;
  /** When this one fails there is no other. */
  readonly isLast: boolean;
}

export type JobHandler = (turn: JobTurn) => Promise<void>;

/** How a queue stands: what waits, what is at work, what was given up within the last day. */
export interface QueueState {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** How long the one that is due longest has waited, in seconds. */
  readonly lateSeconds: number;
}

interface JobData {
  readonly subject?: string;
}

const statesSql = `
select q.name as queue,
  count(*) filter (where j.state in ('created', 'retry'))::int as waiting, count(*) filter (where j.state = 'active')::int as active,
  count(*) filter (where j.state = 'failed' and j.completed_on > now() - interval '1 day')::int as failed,
  coalesce(extract(epoch from now() - min(j.start_after) filter (where j.state in ('created', 'retry') and j.start_after < now())), 0)::int as "lateSeconds"
from queue.queue q left join queue.job j on j.name = q.name where q.name not like '\\_\\_%' group by q.name order by q.name`;

/**
 * The job queue of the installation, in its PostgreSQL (docs/adr/job-queue.md). Features say what they do
 * with `work`; the process starts it. Of any number of processes one does each job; one that fails or whose
 * process dies is done again, later and later, up to its queue's limit.
 */
export class Queue {
  private readonly handlers = new Map<string, JobHandler>();
  private started:
    | {
        readonly boss: PgBoss;
        readonly connection: QueueConnection;
        readonly workers: ReadonlyMap<string, string>;
      }
    | undefined;

  /** @param url of the login `job`; without one, as in an application that is only described, it cannot start */
  constructor(private readonly url: string | undefined) {}

  /**
   * Says what is done with the jobs of a queue that a migration has established; before `start`. @throws for
   * a second handler
   */
  work(name: string, handler: JobHandler): void {
    if (this.handlers.has(name) || this.started) throw new Error(`the queue ${name} is worked already`);
    this.handlers.set(name, handler);
  }

  /**
   * @param failed hears the code, and nothing more, of whatever goes wrong. @throws when the database cannot
   * be reached or is of another version
   */
  async start(failed: (what: string, code: string) => void, pollingSeconds = 2): Promise<void> {
    if (this.url === undefined || this.started) throw new Error('the queue cannot start');
    const connection = new QueueConnection(this.url, (code) => {
      failed('queue', code);
    });
    const boss = new PgBoss({
      db: connection,
      schema: 'queue',
      migrate: false,
      maintenanceIntervalSeconds: 15,
      cronMonitorIntervalSeconds: 15,
      cronWorkerIntervalSeconds: Math.max(1, pollingSeconds),
      archiveCompletedAfterSeconds: 3_600,
      archiveFailedAfterSeconds: 7 * 86_400,
    });
    boss.on('error', () => {
      /* the connection has said it */
    });
    try {
      await connection.ask('select version.version from queue.version');
      await boss.start();
    } catch (error) {
      await connection.close();
      throw error;
    }
    const workers = new Map<string, string>();
    for (const [name, handler] of this.handlers) {
      workers.set(
        name,
        await boss.work<JobData>(
          name,
          { pollingIntervalSeconds: pollingSeconds, includeMetadata: true },
          async ([job]) => {
            if (!job) return;
            // There may be more: the next is looked for at once, not after a pause.
            boss.notifyWorker(workers.get(name) ?? '');
            const fault = await handler({
              subject: (job.data as JobData | null)?.subject ?? null,
              isLast: job.retryCount >= job.retryLimit,
            }).then(() => undefined, codeOf);
            if (fault === undefined) return;
            failed(name, fault);
            // The library keeps the error with the job: a message of the database or of a mail server may
            // quote what it was about.
            throw new Error(fault);
          },
        ),
      );
    }
    this.started = { boss, connection, workers };
  }

  /**
   * Puts one job about one id; the same id again, while the first is there, changes nothing. @throws when it
   * is not certain that it was put
   */
  async put(name: string, subject: string): Promise<void> {
    if (!this.started) throw new Error('the queue is not running');
    const { boss, connection, workers } = this.started;
    await boss.send({
      name,
      data: { subject },
      options: {
        id: subject,
        db: { executeSql: (text, values) => connection.ask(text, values as unknown[]) },
      },
    });
    boss.notifyWorker(workers.get(name) ?? '');
  }

  /** How all queues stand. @throws when the database does not answer */
  async states(): Promise<QueueState[]> {
    if (!this.started) return [];
    return (await this.started.connection.ask(statesSql)).rows as unknown as QueueState[];
  }

  /**
   * Lets what is at work end, for at most ten seconds; what did not end is done again by another process or
   * at the next start.
   */
  async stop(): Promise<void> {
    const { started } = this;
    if (!started) return;
    this.started = undefined;
    await started.boss.stop({ graceful: true, wait: true, timeout: 10_000 });
    await started.connection.close();
  }
}

function codeOf(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const known = typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
  return /^[\w.-]{1,60}$/.test(known) ? known : 'unknown';
}
