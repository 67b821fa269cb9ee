import type { EmbeddedServer } from '#database';
import { OperatorError } from '../command.js';

/** Fills an untouched embedded database with the demo. @throws OperatorError while this version has none */
export async function seedDemo(server: EmbeddedServer): Promise<void> {
  throw new OperatorError(`This version has no demo to fill ${server.directory} with: start with --empty.`);
}
