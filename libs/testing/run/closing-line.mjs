import { writeSync } from 'node:fs';
import process from 'node:process';

/** A jest reporter that closes the run, after jest's own summary, with one line that any machine can read. */
export default class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites }) {
    const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
    process.once('exit', () =>
      writeSync(
        1,
        `Tests: ${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}\n`,
      ),
    );
  }
}
