import type { OwnSeat } from '../../api/me.js';

/** The parts of administration that each seat has something to do with; the API refuses the others. */
const byPersona: Partial<Record<OwnSeat['persona'], readonly Part[]>> = {
  administrator: ['tables', 'agencies', 'people', 'seats', 'vocabulary', 'webhooks', 'health'],
  coordinator: ['tables', 'seats', 'vocabulary'],
  privacy: ['tables'],
  auditor: ['records'],
};

export const paths = {
  tables: '/administration/tables',
  agencies: '/administration/agencies',
  people: '/administration/people',
  seats: '/administration/seats',
  vocabulary: '/administration/vocabulary',
  webhooks: '/administration/webhooks',
  health: '/administration/health',
  records: '/administration/records',
} as const;
export type Part = keyof typeof paths;

export const partsOf = (persona: OwnSeat['persona'] | undefined): readonly Part[] =>
  persona === undefined ? [] : (byPersona[persona] ?? []);
