import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheckpointFile, checkpointKey, FileKeyProvider } from '#crypto';
import { connectData } from '#database/door';
import type { LogSink } from '#edge';
import type { OwnDatabase, Settings } from '#settings';
import { createApi } from './api.js';
import type { MailRoute } from './platform/mail-route.js';
import { JoiningService } from './identity/joining.service.js';

/** A serving API process. */
export interface Serving {
  /** Where it listens, as a client would type it. */
  readonly url: string;
  /** The one-time code with which the first administrator is made; undefined where there is one, or in a demo. */
  readonly setUpCode: string | undefined;
  /** Such a code for a second administrator; undefined where there are two, or in a demo. */
  readonly secondSetUpCode: string | undefined;
  /** Lets running requests end, then closes what was opened. */
  close(): Promise<void>;
}

/** Where the build puts the console, seen from the built file of this module. */
const consoleFolder = fileURLToPath(new URL('../../console/', import.meta.url));

type Opened = Awaited<ReturnType<typeof connectData>>;

/**
 * The keyring that belongs to this database. One is made only while there is no administrator and nothing was
 * sealed; later a missing keyring is a loss to report, not a gap to fill.
 */
async function openKeys(
  { keysDirectory: folder, keysPassphrase: passphrase }: Settings,
  opened: Opened,
): Promise<FileKeyProvider> {
  const isNew = await opened.data.asAuthn(
    '',
    async (queries) =>
      (await queries.one<{ needed: boolean }>('select sec.set_up_needed() as needed')).needed,
  );
  const epochs = await opened.data.asJob('', (queries) =>
    queries.rows<{ epoch: string }>('select epochs.epoch from app.epochs_in_use() epochs (epoch)'),
  );
  if (isNew && epochs.length === 0) return FileKeyProvider.openOrCreate(folder, new Date(), passphrase);
  return FileKeyProvider.open(
    folder,
    epochs.map(({ epoch }) => epoch),
    passphrase,
  );
}

/** Where emails go: to the mail server that is named, else into the data directory. */
function mailRoute({ smtp, publicUrl, host, port, dataDirectory }: Settings): MailRoute {
  const origin = publicUrl ?? new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  return smtp
    ? { kind: 'smtp', origin, ...smtp }
    : { kind: 'folder', origin, from: 'situation-table@localhost', folder: join(dataDirectory, 'outbox') };
}

async function listen(settings: Settings, opened: Opened, log: LogSink): Promise<Serving> {
  const keys = await openKeys(settings, opened);
  const checkpoints = new CheckpointFile(
    settings.checkpointsDirectory,
    checkpointKey(settings.keysDirectory, settings.keysPassphrase),
  );
  const app = await createApi(
    {
      publicUrl: settings.publicUrl,
      requestTimeoutMs: settings.requestTimeoutMs,
      answerTimeoutMs: settings.answerTimeoutMs,
      allowedHosts: settings.allowedHosts,
      trustedProxies: settings.trustedProxies,
      metricsToken: settings.metricsToken,
      log,
      consoleFolder,
    },
    {
      ...opened,
      keys,
      backups: settings.backupsDirectory,
      checkpoints,
      mail: mailRoute(settings),
      webhooks: { toLoopback: settings.webhooksToLoopback },
    },
  );
  await app.listen(settings.port, settings.host);
  await opened.queue.start((what, code) => {
    log(JSON.stringify({ time: new Date().toISOString(), level: 'job', what, code }));
  });
  return {
    url: await app.getUrl(),
    setUpCode: await app.get(JoiningService).issueSetUpCode(randomUUID()),
    secondSetUpCode: await app.get(JoiningService).issueSecondSetUpCode(randomUUID()),
    close: async () => {
      await opened.queue.stop();
      await app.close();
      await opened.close();
      await keys.close();
    },
  };
}

/**
 * Opens the database and the keyring, and listens.
 * @throws when one of them cannot be opened or the address is taken; nothing stays open then
 */
export async function serve(settings: Settings, urls: OwnDatabase, log: LogSink): Promise<Serving> {
  const opened = await connectData({ ...urls, poolSize: settings.poolSize });
  try {
    return await listen(settings, opened, log);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
