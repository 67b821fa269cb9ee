import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failed } from './failed.js';
import { NotFound } from '../shared/not-found.js';
import { readStep } from '../screens/conclude/steps.js';
import { readSituationsSearch } from '../screens/situations/search.js';
import { readPrivacySearch } from '../screens/privacy/search.js';
import { readStatisticsSearch } from '../screens/statistics/search.js';
import { withWords } from '../words/words.js';
import { Shell } from './shell.js';

/** `draft` is the screening that is written on, once the server has it. */
const draftSearch = ({ draft }: Record<string, unknown>): { draft?: string } =>
  typeof draft === 'string' ? { draft } : {};

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** One line a screen; each screen is a chunk of its own, which comes with the catalogues of words that it uses. */
const screens = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../screens/home/home.js'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/agency',
    component: lazyRouteComponent(
      withWords(['agency'], () => import('../screens/agency/agency.js')),
      'Agency',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/situations',
    validateSearch: readSituationsSearch,
    component: lazyRouteComponent(
      withWords(['agency', 'situation'], () => import('../screens/situations/situations.js')),
      'Situations',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/situations/new',
    validateSearch: draftSearch,
    component: lazyRouteComponent(
      withWords(['log'], () => import('../screens/log/log.js')),
      'Log',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/situations/$situationId',
    component: lazyRouteComponent(
      withWords(['agency', 'log', 'situation'], () => import('../screens/situation/situation.js')),
      'Situation',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/situations/$situationId/identifiers',
    component: lazyRouteComponent(
      withWords(['identifiers', 'situation'], () => import('../screens/identifiers/identifiers.js')),
      'Identifiers',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/situations/$situationId/conclude',
    validateSearch: readStep,
    component: lazyRouteComponent(
      withWords(['conclude', 'situation'], () => import('../screens/conclude/conclude.js')),
      'Conclude',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    component: lazyRouteComponent(
      withWords(['meeting'], () => import('../screens/meetings/meetings.js')),
      'Meetings',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId',
    component: lazyRouteComponent(
      withWords(['meeting', 'situation'], () => import('../screens/meeting/meeting.js')),
      'Meeting',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId/minutes',
    component: lazyRouteComponent(
      withWords(['meeting', 'minutes', 'situation'], () => import('../screens/minutes/minutes.js')),
      'Minutes',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projector',
    staticData: { open: true },
    component: lazyRouteComponent(
      withWords(['projector'], () => import('../screens/projector/projector.js')),
      'Projector',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statistics',
    validateSearch: readStatisticsSearch,
    component: lazyRouteComponent(
      withWords(['exports', 'statistics'], () => import('../screens/statistics/statistics.js')),
      'Statistics',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/privacy',
    validateSearch: readPrivacySearch,
    component: lazyRouteComponent(
      withWords(['exports', 'privacy', 'seats'], () => import('../screens/privacy/privacy.js')),
      'Privacy',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration',
    component: lazyRouteComponent(
      () => import('../screens/administration/administration.js'),
      'Administration',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/tables',
    component: lazyRouteComponent(
      withWords(
        ['office', 'openings', 'privacy', 'seats'],
        () => import('../screens/administration/tables/tables-part.js'),
      ),
      'TablesPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/agencies',
    component: lazyRouteComponent(
      withWords(
        ['office', 'privacy', 'seats'],
        () => import('../screens/administration/agencies/agencies-part.js'),
      ),
      'AgenciesPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/people',
    component: lazyRouteComponent(
      withWords(['office', 'seats'], () => import('../screens/administration/people/people-part.js')),
      'PeoplePart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/seats',
    component: lazyRouteComponent(
      withWords(
        ['office', 'privacy', 'seats'],
        () => import('../screens/administration/seats/seats-part.js'),
      ),
      'SeatsPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/vocabulary',
    component: lazyRouteComponent(
      withWords(
        ['office', 'privacy', 'seats'],
        () => import('../screens/administration/vocabulary/vocabulary-part.js'),
      ),
      'VocabularyPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/webhooks',
    component: lazyRouteComponent(
      withWords(['office', 'webhooks'], () => import('../screens/administration/webhooks/webhooks-part.js')),
      'WebhooksPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/health',
    component: lazyRouteComponent(
      withWords(
        ['audit', 'office', 'seats'],
        () => import('../screens/administration/health/health-part.js'),
      ),
      'HealthPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration/records',
    component: lazyRouteComponent(
      withWords(
        ['audit', 'office', 'seats'],
        () => import('../screens/administration/records/records-part.js'),
      ),
      'RecordsPart',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/profile',
    component: lazyRouteComponent(
      withWords(['profile'], () => import('../screens/profile/profile.js')),
      'Profile',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/join',
    staticData: { open: true },
    component: lazyRouteComponent(
      withWords(['joining'], () => import('../screens/joining/join.js')),
      'Join',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/set-up',
    staticData: { open: true },
    component: lazyRouteComponent(
      withWords(['joining'], () => import('../screens/joining/set-up.js')),
      'SetUp',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    component: lazyRouteComponent(
      withWords(['help'], () => import('../screens/help/help.js')),
      'Help',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help/first-meeting',
    component: lazyRouteComponent(
      withWords(['help'], () => import('../screens/help/first-meeting.js')),
      'FirstMeeting',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help/$page',
    component: lazyRouteComponent(
      withWords(['help'], () => import('../screens/help/help-page.js')),
      'HelpPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/kit',
    staticData: { open: true },
    component: lazyRouteComponent(() => import('../kit/page/kit-page.js'), 'KitPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(screens),
  defaultPreload: 'intent',
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Shown without the shell and to whoever comes: the door, the wall, the kit. */
    readonly open?: true;
  }
}
