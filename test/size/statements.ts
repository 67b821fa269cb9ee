import { createHash } from 'node:crypto';
import type { Name } from '../world/world.js';
import type { Planted } from './planted.js';

/**
 * One question of a statement: who asks, and with which parameters. A statement that lists asks for its first
 * page and for one further in.
 */
export interface Question {
  readonly as: Name;
  readonly parameters: readonly unknown[];
}

/** The id that was planted for a text: PostgreSQL's `md5(text)::uuid`. */
export function idOf(text: string): string {
  const hash = createHash('md5').update(text).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
export type IdOf = typeof idOf;

const page = 51;
const none = null;

/** What each statement of queries.sql is asked, by its name. */
export function questions(
  { world, webhook }: Planted,
  id: IdOf,
): Readonly<Record<string, readonly Question[]>> {
  const { tables, agency, actors } = world;
  const limited = id('limited1');
  const working = id('intervention1');
  const meeting = id('measured meeting');
  const ask = (as: Name, ...parameters: readonly unknown[]): Question => ({ as, parameters });
  const far = '2026-01-01T00:00:00Z';
  const low = '00000000-0000-0000-0000-000000000001';
  const high = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const list = (stages: readonly string[], to: number) => [
    ask('police', stages, none, none, none, none, none, none, false, none, none, page),
    ask('police', stages, none, none, none, none, none, none, false, to, 500, page),
    ask('coordinator', stages, none, 'person', none, none, none, none, false, none, none, page),
    ask(
      'school',
      ['deidentified', 'limited', 'intervention'],
      none,
      none,
      none,
      none,
      none,
      none,
      true,
      none,
      none,
      page,
    ),
  ];
  return {
    'administration.backups': [
      ask('administrator', none, none, none, page),
      ask('administrator', 'data', far, low, page),
    ],
    'administration.epochs': [ask('administrator', page)],
    'administration.overdue': [ask('administrator')],
    'administration.parked': [ask('administrator', page)],
    'agencies.administrationEvents': [ask('administrator', none, page), ask('auditor', 1_500, page)],
    'agencies.agencies': [
      ask('administrator', false, none, none, page),
      ask('administrator', true, 'Planted agency 15', low, page),
    ],
    'agencies.agency': [ask('administrator', agency.police)],
    'agencies.chains': [ask('administrator', none, page), ask('administrator', low, page)],
    'agencies.founding': [ask('coordinator', tables.harbour)],
    'agencies.holidayVersion': [ask('administrator')],
    'agencies.holidays': [ask('administrator')],
    'agencies.invitation': [ask('administrator', low)],
    'agencies.invitations': [ask('administrator', none, none, page), ask('administrator', far, low, page)],
    'agencies.joining': [ask('administrator', low)],
    'agencies.joinings': [ask('administrator', none, none, none, page)],
    'agencies.notices': [ask('coordinator', none, none, page), ask('coordinator', far, low, page)],
    'agencies.places': [ask('police', tables.harbour)],
    'agencies.refusals': [
      ask('administrator', none, none, none, none, page),
      ask('administrator', far, '00', low, 'a', page),
    ],
    'agencies.seat': [ask('administrator', actors.police.seatId)],
    'agencies.seatOffer': [ask('administrator', low)],
    'agencies.seatOffers': [ask('administrator', none, none, page)],
    'agencies.ownSeats': [
      ask('coordinator', none, none, none, page),
      ask('policeOfficer', none, none, none, page),
    ],
    'agencies.seats': [
      ask('administrator', none, none, none, page),
      ask('administrator', none, 'Planted rep 15', low, page),
      ask('administrator', actors.police.userId, none, none, page),
    ],
    'agencies.settingsChange': [ask('administrator', low)],
    'agencies.settingsChanges': [
      ask('administrator', true, none, none, page),
      ask('administrator', false, none, none, page),
    ],
    'agencies.table': [ask('coordinator', tables.harbour)],
    'agencies.tableActs': [
      ask('administrator', none, none, page),
      ask('coordinator', none, none, page),
      ask('policeOfficer', none, none, page),
    ],
    'agencies.tables': [
      ask('administrator', false, none, none, page),
      ask('administrator', true, 'Planted table 15', low, page),
    ],
    'agencies.user': [ask('administrator', actors.police.userId)],
    'agencies.users': [
      ask('administrator', none, none, page),
      ask('administrator', 'active', 'rep-15', page),
    ],
    'agencies.webhook': [ask('administrator', webhook)],
    'agencies.webhooks': [ask('administrator')],
    'codebook.change': [ask('administrator', low)],
    'codebook.changes': [ask('administrator', 'proposed', none, none, page)],
    'codebook.lists': [ask('police', none)],
    'codebook.terms': [ask('police', 1, none)],
    'codebook.version': [ask('police', none)],
    'codebook.versions': [ask('police', none, page)],
    'live.changes': [ask('police', 0, 50), ask('coordinator', 0, 50)],
    'live.end': [ask('police')],
    'meetings.agenda': [ask('police', meeting), ask('coordinator', meeting)],
    'meetings.attendance': [ask('coordinator', meeting)],
    'meetings.card': [ask('coordinator', meeting)],
    'meetings.coming': [ask('police', none, none, page)],
    'meetings.list': [ask('police', none, none, none, page), ask('police', 'closed', none, none, page)],
    'meetings.one': [ask('police', meeting)],
    'meetings.open': [ask('police')],
    'meetings.paper': [ask('coordinator', meeting)],
    'meetings.rules': [ask('coordinator')],
    'openings.list': [ask('coordinator', none, none, page), ask('policeOfficer', none, none, page)],
    'privacy.audit': [
      ask('policeOfficer', 'situations', none, none, page),
      ask('policeOfficer', 'people', none, none, page),
      // An agency that has done nothing at a large table for long.
      ask('schoolOfficer', 'situations', none, none, page),
      ask('schoolOfficer', 'people', none, none, page),
    ],
    'privacy.auditCounts': [
      ask('policeOfficer', none, none, none, page),
      ask('coordinator', none, none, none, page),
    ],
    'privacy.consents': [ask('policeOfficer', none, none, none, page)],
    'privacy.counts': [ask('policeOfficer')],
    'privacy.digest': [ask('policeOfficer')],
    'privacy.ledger': [ask('policeOfficer', none, none, page), ask('schoolOfficer', far, high, page)],
    'privacy.reviews': [ask('policeOfficer', none, none, none, page)],
    'retention.certificates': [ask('policeOfficer', none, none, page), ask('policeOfficer', far, high, page)],
    'retention.due': [
      ask('policeOfficer', none, none, none, page),
      ask('policeOfficer', 30, none, none, page),
      ask('policeOfficer', none, '2027-03-01', low, page),
    ],
    'retention.earlyDestructions': [ask('coordinator', none, none, page)],
    'retention.holdRequests': [ask('policeOfficer', none, none, page)],
    'retention.holds': [
      ask('policeOfficer', none, none, none, page),
      ask('policeOfficer', true, '2026-12-20', low, page),
    ],
    'retention.holdsOf': [ask('coordinator', working), ask('police', working)],
    'situations.card': [
      ask('police', working),
      ask('coordinator', limited),
      ask('school', id('deidentified1')),
    ],
    'situations.consentDetails': [ask('police', working)],
    'situations.ledger': [ask('coordinator', working), ask('police', working)],
    'situations.list.newest': list(['concluded', 'rejected'], 2025),
    'situations.list.oldest': list(['concluded', 'rejected'], 2025),
    'situations.plan': [ask('police', working)],
    'situations.reportDetails': [ask('police', working)],
    'situations.safety': [ask('police', working)],
    'situations.tier3': [ask('police', working)],
    'situations.tier4': [ask('police', working)],
    'situations.timeline': [ask('police', working)],
    'situations.whoSaw': [ask('police', working, none, page), ask('police', id('situation10'), none, page)],
    'statistics.classes': [ask('auditor', 2025), ask('police', 2025)],
    'statistics.export': [ask('auditor', low)],
    'statistics.exports': [ask('auditor', none, none, page), ask('auditor', far, low, page)],
    'statistics.years': [ask('auditor'), ask('police')],
    'tasks.agency': [ask('policeOfficer', none, none, page)],
    'tasks.table': [ask('coordinator', none, none, page)],
    'week.coordinator.done': [ask('coordinator')],
    'week.coordinator.tasks': [ask('coordinator')],
    'week.coordinator.waits': [ask('coordinator')],
    'week.nextMeeting': [ask('police')],
    'week.rep.done': [ask('police'), ask('school')],
    'week.rep.drafts': [ask('police')],
    'week.rep.tasks': [ask('police'), ask('school')],
    'week.rep.waits': [ask('police'), ask('school')],
  };
}
