import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { backupSigner, FileKeyProvider, KeyDestroyed, type KeyPlace, type WrappedKey } from '#crypto';
import { keyDumpName, newestData, readKeyDump } from '#database/backup';
import { startEmbedded } from '#database/embedded';
import { body } from '../../world/world.js';
import { plantAll, readBack, unplanted, type Planted, type Word } from './planting.js';
import { running, situationTable, type Folders, type Running } from './product.js';
import { guisesOf, sweep } from './sweep.js';

/** What a test changes between two steps, to see that the drill notices. */
export interface DrillOptions {
  /** Called when everything is stopped and about to be searched; is told a word that must not be found. */
  beforeSearch?(folders: Folders, word: string): void;
}

const day = 24 * 60;
const randomLetters = (): string =>
  Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('');
interface Stored extends WrappedKey {
  readonly place: KeyPlace;
}

/** One run of the drill: every promise about the end of a situation, played on a real installation of its own. */
class Drill {
  readonly failures: string[] = [];
  private readonly folder = mkdtempSync('/tmp/st-drill-');
  private readonly folders: Folders = {
    data: join(this.folder, 'data'),
    keys: join(this.folder, 'keys'),
    backups: join(this.folder, 'backups'),
  };
  private readonly exports = join(this.folder, 'exports');
  private readonly copy = join(this.folder, 'copied-disk');
  private readonly oldKeys = join(this.folder, 'old-keys.dump');
  /**
   * A letter beyond ASCII, so that raw bytes, UTF-8 and UTF-16 differ; no digits, which could be a number
   * that the guard refuses.
   */
  private readonly stems = { gone: `Quîll${randomLetters()}gone`, lives: `Quîll${randomLetters()}lives` };

  constructor(
    private readonly say: (...lines: string[]) => void,
    private readonly options: DrillOptions,
  ) {
    chmodSync(this.folder, 0o711);
    mkdirSync(this.exports);
  }

  async run(): Promise<void> {
    try {
      const { gone, lives, oldData } = await this.before();
      await this.theEnd(gone, lives);
      this.search();
      await this.oldKeyDump(oldData);
      await this.restore(oldData, gone, lives);
      await this.copiedDisk();
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  private check(what: string, holds: boolean): void {
    this.say(`  ${holds ? '✓' : '✗'} ${what}`);
    if (!holds) this.failures.push(what);
  }

  private async command(folders: Folders, ...words: string[]): Promise<string> {
    const { code, text } = await situationTable(folders, ...words);
    this.say(`  $ situation-table ${words.join(' ')}\n${text.replaceAll(/^/gm, '    ')}`);
    if (code !== 0) throw new Error(`situation-table ${words.join(' ')} ended with ${code}: ${text}`);
    return text;
  }

  private async stop(installation: Running): Promise<void> {
    writeFileSync(join(this.exports, `server-${Date.now()}.log`), await installation.stop());
  }

  /**
   * Two persons, one who will be gone and one who stays, in every text field; then a backup, and a copy of
   * the disk.
   */
  private async before(): Promise<{ gone: Planted; lives: Planted; oldData: string }> {
    this.say(
      '1. An installation; a person’s words in every text field of every tier; a backup; a copy of the disk',
    );
    const installation = await running(this.folders);
    const { tour, demo } = installation;
    const words: Word[] = [
      (field) => `${field} of ${this.stems.gone}`,
      (field) => `${field} of ${this.stems.lives}`,
    ];
    const [gone, lives] = (await plantAll(tour, words)) as [Planted, Planted];
    const kept = await tour.screen('school', {
      type: 'person',
      riskFactors: [],
      privateNote: `screening of ${this.stems.lives}`,
    });
    const dropped = await tour.screen('police', {
      type: 'person',
      riskFactors: [],
      privateNote: `screening of ${this.stems.gone}`,
    });
    lives.told.screening = kept.id;
    gone.told.screening = dropped.id;
    const empty = await unplanted(demo, gone.told.id, dropped.id);
    this.check(
      `every sealed column of the database has a planted word${empty.length > 0 ? `, but: ${empty.join(', ')}` : ''}`,
      empty.length === 0,
    );
    const text = await readBack(tour, gone.told.id);
    this.check(
      'who takes part reads them',
      gone.words.every((word) => text.includes(word)),
    );
    await this.command(this.folders, 'backup');
    const oldData = newestData(this.folders.backups);
    if (oldData === undefined) throw new Error('the backup made no data');
    copyFileSync(join(this.folders.backups, keyDumpName), this.oldKeys);
    await this.stop(installation);
    const copied = spawnSync('cp', ['-a', this.folders.data, this.copy], { encoding: 'utf8' });
    if (copied.status !== 0) throw new Error(copied.stderr);
    return { gone, lives, oldData };
  }

  /** Concluded, sealed, destroyed when its time is over; the epoch rolled. */
  private async theEnd(gone: Planted, lives: Planted): Promise<void> {
    this.say(
      '',
      '2. One is concluded, sealed and destroyed by the clock, a screening is dropped; the other goes on; the epoch rolls',
    );
    const installation = await running(this.folders);
    const { tour, demo } = installation;
    await tour.move(gone.told, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: [],
    });
    body(await tour.as('police').delete(`/screenings/${String(gone.told.screening)}`, { ifMatch: 1 }));
    await tour.advance(45 * day);
    this.check(
      'after its window it is sealed',
      (
        await demo.database.plant(
          'select from app.workflow where situation_id = $1 and sealed_at is not null',
          [gone.told.id],
        )
      ).length === 1,
    );
    await this.command(this.folders, 'retention', 'run', '--dry-run', '--days', '400');
    await tour.advance(360 * day);
    this.check(
      'past its retention it is not found',
      (await tour.as('police').get(`/situations/${gone.told.id}`)).status === 404,
    );
    const officer = await demo.signIn('police-privacy');
    const certificates = (
      (await officer.actor.get('/privacy/certificates')).body as { rows: { situationId: string }[] }
    ).rows;
    this.check(
      'and has a certificate',
      certificates.some(({ situationId }) => situationId === gone.told.id),
    );
    await this.export(demo, 2026);
    await this.command(this.folders, 'keys', 'rotate');
    const text = await readBack(tour, lives.told.id);
    this.check(
      'whoever takes part still reads the other, under the new epoch',
      lives.words.every((word) => text.includes(word)),
    );
    await this.command(this.folders, 'backup');
    await this.stop(installation);
  }

  private async export(demo: Running['demo'], year: number): Promise<void> {
    const [auditor, second] = [await demo.signIn('auditor'), await demo.signIn('second-auditor')];
    const asked = await auditor.actor.post('/statistics/exports', { year });
    if (asked.status >= 400)
      return this.say(`  (no export: ${String((asked.body as { code: unknown }).code)})`);
    const { id } = asked.body as { id: string };
    body(await second.actor.post(`/statistics/exports/${id}/approve`));
    writeFileSync(
      join(this.exports, 'records.csv'),
      (await auditor.actor.get(`/statistics/exports/${id}/records.csv`)).text,
    );
  }

  /** Data directory with its WAL, backups old and new, logs and exports: no word of either person in any guise. */
  private search(): void {
    this.say('', '3. Everything is searched, in raw bytes, UTF-8, UTF-16, base64 and hexadecimal');
    const places = {
      'data directory and WAL': this.folders.data,
      'copy of the disk': this.copy,
      backups: this.folders.backups,
      'logs and exports': this.exports,
    };
    const control = `Côntrol${randomInt(1e9)}`;
    for (const [name, folder] of Object.entries(places)) {
      const missed = this.missed(folder, control);
      this.check(
        `${name}: the search finds a planted control in every guise, packed and not${missed.length > 0 ? `, but not as ${missed.join(', ')}` : ''}`,
        missed.length === 0,
      );
    }
    // And what truly stands there in clear: an agency's name, which no wall hides.
    for (const folder of [this.folders.data, this.folders.backups])
      this.check(
        'the name of an agency, which is no secret, is found',
        sweep(folder, ['Harbour Community Housing']).found.length > 0,
      );
    this.options.beforeSearch?.(this.folders, `note of ${this.stems.gone}`);
    for (const [name, folder] of Object.entries(places)) {
      const { found, files, bytes } = sweep(folder, Object.values(this.stems));
      this.check(
        `${name}: no word of either person in ${files} files, ${Math.round(bytes / 1e6)} MB${found.map(({ file, as }) => `; but ${file} as ${as}`).join('')}`,
        found.length === 0,
      );
    }
  }

  /** The guises in which a control that is planted in a folder, plain and packed, is not found there. */
  private missed(folder: string, control: string): string[] {
    const planted = guisesOf(control).map(({ as, bytes }, n) => ({
      as,
      bytes,
      plain: `control-${n}`,
      packed: `control-${n}.gz`,
    }));
    for (const { bytes, plain, packed } of planted) {
      writeFileSync(
        join(folder, plain),
        Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]),
      );
      writeFileSync(join(folder, packed), gzipSync(bytes));
    }
    const { found } = sweep(folder, [control]);
    for (const { plain, packed } of planted) for (const file of [plain, packed]) rmSync(join(folder, file));
    return planted
      .filter(
        ({ as, bytes, plain, packed }) =>
          ![plain, packed].every((file) =>
            found.some(
              (each) =>
                each.file === file &&
                (each.as === as ||
                  bytes.equals(planted.find((guise) => guise.as === each.as)?.bytes ?? Buffer.of())),
            ),
          ),
      )
      .map(({ as }) => as);
  }

  /** The old backup's own key dump: destroyed with its epoch. */
  private async oldKeyDump(oldData: string): Promise<void> {
    this.say('', '4. The old backup with its own old key dump');
    const { code, text } = await situationTable(
      { ...this.folders, data: join(this.folder, 'never') },
      'restore',
      '--from',
      oldData,
      '--keys',
      this.oldKeys,
    );
    this.check(
      `restore refuses it: ${text.split('\n')[0] ?? ''}`,
      code === 1 && text.includes('was destroyed') && !existsSync(join(this.folder, 'never')),
    );
    const keys = await FileKeyProvider.open(this.folders.keys);
    const stored: Stored[] = [];
    const dump = await readKeyDump(this.oldKeys, await backupSigner(keys));
    for await (const page of dump.pagesOfKeys()) stored.push(...page);
    await this.nothingOpens('of the old key dump', keys, stored);
    await keys.close();
  }

  private async nothingOpens(which: string, keys: FileKeyProvider, stored: readonly Stored[]): Promise<void> {
    let dead = 0;
    for (const key of stored)
      await keys.unwrap(key, key.place).then(
        (open) => {
          open.fill(0);
        },
        (error: unknown) => {
          dead += error instanceof KeyDestroyed ? 1 : 0;
        },
      );
    this.check(
      `none of the ${stored.length} keys ${which} opens`,
      stored.length > 0 && dead === stored.length,
    );
  }

  private async restore(oldData: string, gone: Planted, lives: Planted): Promise<void> {
    this.say('', '5. The old backup with the newest key dump and today’s keyring');
    const folders: Folders = { ...this.folders, data: join(this.folder, 'restored') };
    await this.command(folders, 'restore', '--from', oldData);
    copyFileSync(join(this.folders.data, 'demo-accounts.json'), join(folders.data, 'demo-accounts.json'));
    const installation = await running(folders);
    const { tour, demo } = installation;
    const text = await readBack(tour, lives.told.id);
    const missing = lives.words.filter((word) => !text.includes(word));
    this.check(
      `the one who stays is complete: ${lives.words.length - missing.length} of ${lives.words.length} texts open`,
      missing.length === 0,
    );
    this.check(
      'and the kept screening',
      (await tour.as('school').get(`/screenings/${String(lives.told.screening)}`)).text.includes(
        this.stems.lives,
      ),
    );
    this.check(
      'the one who is gone is not found',
      (await tour.as('police').get(`/situations/${gone.told.id}`)).status === 404,
    );
    const left = [];
    for (const { name } of await demo.database.plant<{ name: string }>(
      'select t.name from app.tables_of_situations() t',
    )) {
      if (
        (await demo.database.plant(`select from app.${name} r where r.situation_id = $1`, [gone.told.id]))
          .length > 0
      )
        left.push(name);
    }
    this.check(
      `no row of it is in the database${left.map((name) => `, but in ${name}`).join('')}`,
      left.length === 0,
    );
    this.check(
      'nor of the dropped screening',
      (await demo.database.plant('select from app.screening where id = $1', [gone.told.screening])).length ===
        0,
    );
    await this.stop(installation);
  }

  /** A thief's copy of the disk from before, with today's keyring. */
  private async copiedDisk(): Promise<void> {
    this.say('', '6. The copy of the disk from before the roll, with today’s keyring');
    const server = await startEmbedded(this.copy);
    const client = new Client({ connectionString: server.url('postgres') });
    await client.connect();
    const { rows } = await client.query<{
      table_id: string;
      place_id: string;
      tier: 2;
      wrapped: Buffer;
      epoch_id: string;
    }>('select * from app.stored_keys()');
    await client.end();
    await server.stop();
    const keys = await FileKeyProvider.open(this.folders.keys);
    await this.nothingOpens(
      'on it',
      keys,
      rows.map((row) => ({
        place: { tableId: row.table_id, situationId: row.place_id, tier: row.tier },
        wrapped: row.wrapped,
        epochId: row.epoch_id,
      })),
    );
    await keys.close();
  }
}

/**
 * Plays the drill on an installation of its own, which it removes afterwards.
 * @returns the exit code: 0 when every promise held
 */
export async function drill(say: (line: string) => void, options: DrillOptions = {}): Promise<number> {
  const from = Date.now();
  const run = new Drill((...lines) => {
    for (const line of lines) say(line);
  }, options);
  try {
    await run.run();
  } catch (error) {
    say(`The drill was stopped: ${(error as Error).message}`);
    return 1;
  }
  say('');
  say(
    run.failures.length === 0
      ? `Every promise held (${Math.round((Date.now() - from) / 1000)} s).`
      : `${run.failures.length} promise(s) did not hold; each is marked ✗ above.`,
  );
  return run.failures.length === 0 ? 0 : 1;
}
