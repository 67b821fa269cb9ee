import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ESLint } from 'eslint';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

jest.setTimeout(60_000);
const checkout = fileURLToPath(new URL('../..', import.meta.url));

/**
 * [file, what it would import, whether that is allowed]: the rules are proved by planting, or a typing
 * mistake in them would allow everything.
 */
const imports: readonly (readonly [string, string, boolean])[] = [
  ['libs/domain/src/guard/guard.ts', '../vocabulary/index.js', true],
  ['libs/domain/src/filters/attempt.ts', '#domain/vocabulary', true],
  ['libs/domain/src/vocabulary/index.ts', '../filters/index.js', false],
  ['libs/domain/src/guard/guard.ts', '../text/index.js', true],
  ['libs/domain/src/text/line.ts', '../vocabulary/index.js', false],
  ['libs/domain/src/filters/attempt.ts', '../visibility/index.js', false],
  ['libs/domain/src/vocabulary/index.ts', 'node:fs', false],
  ['libs/domain/src/vocabulary/index.ts', 'typeorm', false],
  ['libs/statistics/src/index.ts', '#domain/vocabulary', true],
  ['libs/statistics/src/index.ts', '#domain/filters', false],
  ['libs/statistics/src/index.ts', 'node:crypto', false],
  ['libs/statistics/src/index.ts', 'highs', false],
  ['libs/documents/src/words/figures.ts', '#domain/days', true],
  ['libs/documents/src/pdf/fonts.ts', 'pdfkit', true],
  ['libs/documents/src/model/document-of.ts', '#domain/filters', false],
  ['libs/documents/src/model/document-of.ts', '#database/door', false],
  ['libs/documents/src/model/document-of.ts', '#statistics', false],
  ['libs/documents/src/html/html-of.ts', 'fastify', false],
  ['libs/database/src/migration/migrate.ts', 'typeorm', true],
  ['libs/database/src/migration/migrate.ts', '#crypto', false],
  ['libs/database/src/migration/migrate.ts', '@nestjs/common', false],
  ['libs/database/src/migration/migrate.ts', '../cluster/roles.js', false],
  ['libs/database/src/cluster/roles.ts', '../migration/ledger.js', true],
  ['libs/database/src/door/data.ts', '../situations/card.js', false],
  ['libs/database/src/situations/card.ts', '../door/read.js', true],
  ['libs/database/src/situations/card.ts', '../meetings/agenda.js', false],
  ['libs/database/src/situations/card.ts', '#database/meetings', false],
  ['libs/crypto/src/index.ts', 'node:crypto', true],
  ['libs/crypto/src/index.ts', 'pg', false],
  ['libs/edge/src/index.ts', '@nestjs/common', true],
  ['libs/edge/src/index.ts', '#database/door', false],
  ['libs/edge/src/index.ts', 'typeorm', false],
  ['libs/access/src/index.ts', '#edge', true],
  ['libs/access/src/index.ts', 'pg', false],
  ['apps/api/src/situations/situations.service.ts', '#database/door', true],
  ['apps/api/src/situations/situations.service.ts', '#database/situations', true],
  ['apps/api/src/situations/situations.service.ts', '#database/meetings', false],
  ['apps/api/src/situations/situations.service.ts', '#database/embedded', false],
  ['apps/api/src/platform/parts.ts', '#database/situations', false],
  ['apps/api/src/situations/situations.service.ts', '../platform/parts.js', true],
  ['apps/api/src/seats/seats.service.ts', '../agencies/agencies.dto.js', false],
  ['apps/api/src/platform/parts.ts', '../situations/situations.service.js', false],
  ['apps/api/src/situations/situations.service.ts', '../serve.js', false],
  ['apps/api/src/serve.ts', './platform/parts.js', true],
  ['apps/api/src/situations/situations.service.ts', '../codebook/codebook.service.js', false],
  ['apps/api/src/situations/situations.service.ts', 'pg', false],
  ['apps/api/src/situations/situations.service.ts', 'typeorm', false],
  ['apps/api/src/situations/situations.service.ts', '#testing', false],
  ['apps/api/src/app.module.ts', './codebook/codebook.module.js', true],
  ['apps/api/src/statistics/statistics.service.ts', '#documents', true],
  ['apps/api/src/statistics/statistics.service.ts', 'pdfkit', false],
  ['apps/cli/src/main.ts', '#documents', true],
  ['apps/cli/src/main.ts', '#database/backup', true],
  ['apps/cli/src/main.ts', '#database/situations', false],
  ['apps/cli/src/main.ts', '../../api/src/api.js', false],
  ['apps/cli/src/main.ts', 'pg', false],
  ['apps/console/src/screens/log/log.tsx', '../../shared/terms.js', true],
  ['apps/console/src/shared/terms.ts', '../session/language.js', true],
  ['apps/console/src/session/language.tsx', '../shared/terms.js', false],
  ['apps/console/src/api/api.ts', '../session/language.js', false],
  ['apps/console/src/kit/button.tsx', '../api/api.js', false],
  ['apps/console/src/shared/terms.ts', '../screens/log/log.js', false],
  ['apps/console/src/screens/log/log.tsx', '../../app/shell.js', false],
  ['apps/console/src/main.tsx', './app/app.js', true],
  ['libs/settings/src/index.ts', '#database/door', false],
];

describe('an import', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: checkout });
  });

  it.each(imports)('in %s of %s: allowed is %s', async (file, source, allowed) => {
    const [result] = await eslint.lintText(
      `import '${source}';\nexport const kept = await import('${source}');\n`,
      { filePath: join(checkout, file) },
    );
    const found = (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === 'boundaries/dependencies')
      .map(({ message }) => message);
    expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
    if (allowed) expect(found).toEqual([]);
    else expect(found.length).toBeGreaterThan(0);
  });
});
