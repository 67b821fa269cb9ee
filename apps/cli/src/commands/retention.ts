import { counted } from '#domain/text';
import { runScheduledJob, RowsFailed } from '#database/jobs';
import { dueWithin } from '#database/retention';
import { OperatorError, type Command } from '../command.js';
import { withInstallation } from '../operate/installation.js';

function daysOf(text: unknown): number {
  if (text === undefined) return 30;
  if (typeof text !== 'string' || !/^\d{1,4}$/.test(text))
    throw new OperatorError('--days is a whole number.');
  return Number(text);
}

/** Destroys what is due, as the scheduled job does, or says what will be. */
export const retentionCommand: Command = {
  says: 'destroy what is due; --dry-run lists what falls due within --days (30) and destroys nothing',
  help: `A scheduled job does it by itself. The list has numbers and days, no names: this command cannot read any. Holds are the privacy officers';
the database refuses to destroy before the day, before sealing, and over a hold.`,
  options: { 'dry-run': { type: 'boolean' }, days: { type: 'string' } },
  async run(given) {
    const days = daysOf(given['days']);
    await withInstallation(async ({ data }) => {
      if (given['dry-run']) {
        const due = await dueWithin(data, days);
        for (const row of due)
          console.log(
            `${row.destroy_on}  ${row.number}  ${row.table_id}  ${row.held ? 'held: stays' : row.sealed ? 'will be destroyed' : 'waits for its sealing'}`,
          );
        console.log(
          due.length === 0
            ? `Nothing falls due within ${counted(days, 'day')}.`
            : `${counted(due.length, 'situation falls', 'situations fall')} due within ${counted(days, 'day')}. Nothing was destroyed.`,
        );
        return;
      }
      let destroyed = 0;
      try {
        for (let n = 1; n > 0; destroyed += n) n = await runScheduledJob(data, 'destroyed');
      } catch (error) {
        if (!(error instanceof RowsFailed)) throw error;
        console.log(`Destroyed ${counted(destroyed + error.done, 'situation')}; each has its certificate.`);
        throw new OperatorError(
          `Not destroyed: ${error.count} (${error.code}). Each is tried three times and is then named on the health page of the administration.`,
        );
      }
      console.log(`Destroyed ${counted(destroyed, 'situation')}; each has its certificate.`);
    });
  },
};
