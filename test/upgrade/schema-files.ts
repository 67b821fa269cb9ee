import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { shippedSchema, type SchemaSource } from '#database/migration';

/** A copy of the shipped SQL that a test may edit: the program of tomorrow. */
export class SchemaFiles implements SchemaSource {
  private readonly folder = mkdtempSync(join(tmpdir(), 'situation-table-schema-'));
  readonly history = join(this.folder, 'migrations');
  readonly definitions = join(this.folder, 'schema');

  constructor() {
    cpSync(shippedSchema.history, this.history, { recursive: true });
    cpSync(shippedSchema.definitions, this.definitions, { recursive: true });
  }

  write(path: string, sql: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), sql);
  }

  edit(path: string, change: (sql: string) => string): void {
    const before = readFileSync(join(this.folder, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`Nothing changed in ${path}.`);
    this.write(path, after);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
