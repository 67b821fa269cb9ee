import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators and auditors read of the installation itself: refusals without a context (row 34) and the heads of the audit's chains (row 56). */
export class AdministrationReads1764000057000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create policy refusal_administration on sec.refusal for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user);
grant select on sec.refusal to auditor, administrator;

-- How far each chain is and its last hash, to compare with a checkpoint kept elsewhere: nothing of what happened.
create policy head_administration on audit.head for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
grant select on audit.head to administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
