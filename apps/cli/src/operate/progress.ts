import process from 'node:process';

/** Shows how far a piece of work is: one line that is written over at a terminal, nothing in a log. */
export class ProgressLine {
  private shown = 0;

  show(text: string): void {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r${text.padEnd(this.shown)}`);
    this.shown = text.length;
  }

  end(): void {
    if (this.shown > 0) process.stderr.write(`\r${' '.repeat(this.shown)}\r`);
    this.shown = 0;
  }
}

/** Bytes as an operator reads them. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
