import { beforeAll } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isTodays } from '#testing';
import { body, type Name } from '../world/world.js';
import { openMeeting, takeTo } from '../world/situation.js';
import type { Stage } from './stage.js';

export const languages = ['en', 'fr'] as const;
export const widths = [1366, 820, 320] as const;

/**
 * The languages and widths at which a long story is played: CI takes two of the six by the day, one of each
 * language, and a nightly run all. `bars.spec.ts` lays every screen out at all three, in one language by the day.
 */
export const looksOfToday = languages.flatMap((language, later) =>
  widths
    .filter((_, place) => isTodays(place + later, widths.length))
    .map((width) => [language, width] as const),
);

/** Whether axe is asked today; its rules take longer than all else that is looked at. */
export const axeAt = (language: string, width: number): boolean =>
  looksOfToday.some(([one, other]) => one === language && other === width);

export interface Screen {
  readonly name: string;
  /** Somebody whose work it is; nobody's where one comes without signing in. */
  readonly who: Name | undefined;
  readonly path: () => string;
  /** The modules that draw it, below `screens/`. */
  readonly modules: readonly string[];
}

/** Every screen of the console with its tabs, in a world where each has something to show. */
export function screensOf(stage: Stage): readonly Screen[] {
  const places: Record<'situation' | 'planned' | 'meeting' | 'minutes', string> = {
    situation: '',
    planned: '',
    meeting: '',
    minutes: '',
  };

  beforeAll(async () => {
    const world = stage.world();
    places.situation = (await takeTo(world, 'intervention')).id;
    places.planned = (await takeTo(world, 'limited')).id;
    await takeTo(world, 'concluded');
    await takeTo(world, 'deidentified');
    places.minutes = (
      await world.database.plant<{ id: string }>(
        `insert into app.meeting (table_id, kind, scheduled_for, opened_at, closed_at)
      select $1, 'regular', at, at, at + interval '1 hour' from (select sec.domain_now() - interval '7 days') ago (at) returning id`,
        [world.tables.harbour],
      )
    )[0]!.id;
    const [later] = await world.database.plant<{ at: Date }>(
      `select sec.domain_now() + interval '7 days' as at`,
    );
    body(
      await world.actors.coordinator.post('/meetings', {
        kind: 'regular',
        scheduledFor: later!.at.toISOString(),
      }),
    );
    places.meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
  });

  const at = (
    name: string,
    who: Name | undefined,
    path: string | (() => string),
    ...modules: readonly string[]
  ): Screen => ({ name, who, path: typeof path === 'string' ? () => path : path, modules });
  /** Roles that nobody holds: fetched after the page itself. */
  const lateTasks = ['tasks/late-tasks', 'tasks/tasks'];
  return [
    at('door', undefined, '/', 'home/home'),
    at('joining', undefined, '/join', 'joining/join'),
    at('set-up', undefined, '/set-up', 'joining/set-up'),
    at('agency', 'childServices', '/agency', 'agency/agency', ...lateTasks),
    at('log', 'health', '/situations/new', 'log/log'),
    at('situations', 'school', '/situations', 'situations/situations'),
    at('situation', 'childServices', () => `/situations/${places.situation}`, 'situation/situation'),
    at(
      'situation of the coordinator',
      'deputy',
      () => `/situations/${places.planned}`,
      'situation/situation',
    ),
    at(
      'identifiers',
      'police',
      () => `/situations/${places.situation}/identifiers`,
      'identifiers/identifiers',
    ),
    at('conclude', 'deputy', () => `/situations/${places.situation}/conclude`, 'conclude/conclude'),
    at('meetings', 'coordinator', '/meetings', 'meetings/meetings', ...lateTasks),
    at('meeting', 'deputy', () => `/meetings/${places.meeting}`, 'meeting/meeting'),
    at('meeting followed', 'school', () => `/meetings/${places.meeting}`, 'meeting/meeting'),
    at('minutes', 'coordinator', () => `/meetings/${places.minutes}/minutes`, 'minutes/minutes'),
    at('projector', undefined, '/projector', 'projector/projector'),
    at('statistics', 'auditor', '/statistics', 'statistics/statistics'),
    at('exports', 'auditor', '/statistics?view=exports', 'statistics/statistics'),
    at('privacy', 'policeOfficer', '/privacy', 'privacy/privacy', ...lateTasks),
    ...(['ledger', 'keeping', 'exports'] as const).map((view) =>
      at(`privacy ${view}`, 'policeOfficer', `/privacy?view=${view}`, 'privacy/privacy', ...lateTasks),
    ),
    at(
      'privacy seats',
      'policeOfficer',
      '/privacy?view=seats',
      'privacy/privacy',
      ...lateTasks,
      'privacy/who-sits',
      'administration/seats/invitations',
    ),
    at(
      'privacy reviews',
      'policeOfficer',
      '/privacy?view=reviews',
      'privacy/privacy',
      ...lateTasks,
      'privacy/reviews/reviews',
    ),
    at(
      'privacy openings',
      'policeOfficer',
      '/privacy?view=openings',
      'privacy/privacy',
      ...lateTasks,
      'privacy/openings/openings',
    ),
    at(
      'administration',
      'administrator',
      '/administration',
      'administration/administration',
      'administration/tables/tables-part',
    ),
    at('tables', 'administrator', '/administration/tables', 'administration/tables/tables-part'),
    at('agencies', 'administrator', '/administration/agencies', 'administration/agencies/agencies-part'),
    at('people', 'administrator', '/administration/people', 'administration/people/people-part'),
    at('seats', 'coordinator', '/administration/seats', 'administration/seats/seats-part'),
    at(
      'vocabulary',
      'administrator',
      '/administration/vocabulary',
      'administration/vocabulary/vocabulary-part',
    ),
    at('webhooks', 'administrator', '/administration/webhooks', 'administration/webhooks/webhooks-part'),
    at('health', 'administrator', '/administration/health', 'administration/health/health-part'),
    at('records', 'auditor', '/administration/records', 'administration/records/records-part'),
    at('profile', 'housing', '/profile', 'profile/profile'),
    at('help', 'health', '/help', 'help/help'),
    at('help page', 'health', '/help/meeting', 'help/help-page'),
    at('first meeting', 'health', '/help/first-meeting', 'help/first-meeting'),
  ];
}

/** An empty page has no fault: there is a heading, and nothing is still on its way. */
export async function shown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('.loading') === null && document.body.innerText.length > 60,
  );
}

export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * The door asks who comes in, and a wall what it shows; the browser itself notes that nobody does (401), and
 * nothing (404).
 */
export const besidesNobody = (faults: readonly string[], who: Name | undefined): readonly string[] =>
  who === undefined ? faults.filter((fault) => !/ 40[14] \(/.test(fault)) : faults;
