import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Writes libs/database/schema/catalogue.txt again: what a new database contains, so that a change of it shows
// in review.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
const { catalogueOf, migrate } = await import('../../../libs/database/src/migration/index.ts');
const { startEmbedded } = await import('../../../libs/database/src/embedded/index.ts');
const folder = mkdtempSync(join(tmpdir(), 'situation-table-catalogue-'));
const server = await startEmbedded(join(folder, 'data'));
try {
  await migrate(server.url('migrator'));
  const lines = await catalogueOf(server.url('migrator'));
  writeFileSync(
    new URL('../../../libs/database/schema/catalogue.txt', import.meta.url),
    lines.join('\n') + '\n',
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
