import type { OwnSeat } from '../../api/me.js';

/** The parts of administration that each seat has something to do with; the API refuses the others. */
const byPersona: Partial<Record<OwnSeat['persona'], readonly Part[]>> = {
  administrator: ['tables', 'agencies', 'people', 'seats', 'health'],
  coordinator: ['tables', 'seats'],
  privacy: ['tables'],
};

export const paths = {
  tables: '/administration/tables', agencies: '/administration/agencies', people: '/administration/people', seats: '/administration/seats',
  health: '/administration/health',
} as const;
export type Part = keyof typeof paths;

export const partsOf = (persona: OwnSeat['persona'] | undefined): readonly Part[] => (persona === undefined ? [] : byPersona[persona] ?? []);
