/** Jest's globalTeardown: stops the run's server and removes its directory. */
export default async function tearDownRun() {
  await globalThis.stopRunServer?.();
}
