import type { OwnSeat } from '../api/me.js';

type Persona = OwnSeat['persona'];

/** The first level of the console by persona; a persona's first line is where it lands. */
const byPersona = {
  rep: ['agency', 'situations', 'meetings', 'statistics'],
  coordinator: ['meetings', 'situations', 'statistics', 'administration'],
  privacy: ['privacy', 'administration'],
  auditor: ['statistics', 'administration'],
  administrator: ['administration'],
} as const satisfies Record<Persona, readonly string[]>;

const paths = {
  agency: '/agency',
  situations: '/situations',
  meetings: '/meetings',
  statistics: '/statistics',
  privacy: '/privacy',
  administration: '/administration',
} as const;

type Place = keyof typeof paths;
export interface NavigationLine {
  readonly place: Place;
  readonly path: (typeof paths)[Place];
}

export function navigationOf(persona: Persona): readonly NavigationLine[] {
  return byPersona[persona].map((place) => ({ place, path: paths[place] }));
}
