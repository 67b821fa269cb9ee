import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createWorld, type Name, type World, type WorldOptions } from '../world/world.js';
import { hasBrowser, openBrowser, openPage, type PageOptions, type Watched } from './browser.js';

/**
 * A world of a spec file's own with its API, console and browser; `play` is `test`, left out loudly where
 * there is no browser.
 */
export interface Stage {
  readonly world: () => World;
  readonly origin: () => string;
  /** A page in which this person is signed in. */
  readonly open: (
    name: Name | undefined,
    options?: Omit<PageOptions, 'origin' | 'token'>,
  ) => Promise<Watched>;
}

export const play: typeof test = hasBrowser() ? test : (test.skip as typeof test);

interface StageOptions extends WorldOptions {
  /** How long actions are held before they are sent; a file that tests the waiting says 'real'. */
  readonly heldSeconds?: number | 'real';
}

/** Sets it up before the file's tests and takes it down after them. */
export function setStage({ heldSeconds = 0.5, ...options }: StageOptions = {}): Stage {
  let world: World;
  let browser: Browser | undefined;
  beforeAll(async () => {
    world = await createWorld(options);
    if (hasBrowser()) browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world.close();
  });
  const origin = (): string => `http://127.0.0.1:${(world.server.address() as AddressInfo).port}`;
  return {
    world: () => world,
    origin,
    open: async (name, page = {}) => {
      if (name !== undefined)
        await world.database.plant('update sec.app_user set language = $2 where id = $1', [
          world.actors[name].userId,
          page.language ?? 'en',
        ]);
      return openPage(browser!, {
        ...(heldSeconds !== 'real' && { heldSeconds }),
        ...page,
        origin: origin(),
        ...(name !== undefined && { token: world.actors[name].token }),
      });
    },
  };
}
