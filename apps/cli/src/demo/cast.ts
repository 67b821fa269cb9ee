import { randomUUID } from 'node:crypto';
import type { DemoCast } from '#database/demo';
import type { BaseShape } from '#statistics';
import { demoBase } from './bases.js';

/**
 * The demo's one password; a demo answers on loopback alone. Its argon2id hash stands below, so that filling
 * hashes nothing.
 */
export const demoPassword = 'seven boats at anchor';
export const demoPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$jxbDBx4G16EQeayiOYe0nA$ueJHnteu3Lpicy4UmmdSomeKi1h+JSuDrbjxlZxZvqk';

/** The demo's tables by the names that the generator of past records gives them; all are invented. */
export const tableNames: Readonly<Record<string, string>> = {
  'east-02': 'Harbour Table',
  'east-01': 'Valley Table',
  'north-west-01': 'Pine River Table',
  'west-01': 'Lakeshore Table',
  'west-02': 'Orchard Table',
  'west-03': 'Junction Table',
};
/** The table at which everything lives, and the one that must see nothing of it. */
const harbour = 'east-02',
  valley = 'east-01';

/**
 * The agencies of the Harbour table in their sectors; the food bank has no account there. The city employs
 * the deputy; Valley's police sit at the Valley table.
 */
const agencies = {
  police: ['Harbour Police Service', 'justice'],
  school: ['Harbour District School Board', 'education'],
  health: ['Harbour General Hospital', 'health'],
  childServices: ['Harbour Child and Family Services', 'child-youth-and-family-services'],
  housing: ['Harbour Community Housing', 'housing'],
  addictions: ['Tidewater Addictions Services', 'mental-health-and-addictions'],
  probation: ['Harbour Probation and Parole', 'justice'],
  shelter: ['Lighthouse Women’s Shelter', 'community-and-social-services'],
  publicHealth: ['East Shore Public Health', 'health'],
  city: ['City of Harbour, Social Services', 'municipal'],
  paramedics: ['Harbour Paramedics', 'emergency-responders'],
  foodBank: ['Harbour Food Bank', 'community-and-social-services'],
  valleyPolice: ['Valley Police Service', 'justice'],
} as const satisfies Record<string, readonly [string, string]>;
export type AgencyName = keyof typeof agencies;

type Person = readonly [
  name: string,
  persona: 'rep' | 'coordinator' | 'privacy' | 'auditor' | 'administrator',
  agency: AgencyName | null,
  language?: 'fr',
];

/**
 * About twenty people. The police employ the coordinator and the city the deputy, who decides where the
 * coordinator's own agency brought the situation.
 */
const people = {
  police: ['Maya Laurin', 'rep', 'police'],
  'police-colleague': ['Owen Pratt', 'rep', 'police'],
  school: ['Chantal Dubé', 'rep', 'school', 'fr'],
  health: ['Priya Nair', 'rep', 'health'],
  childservices: ['Tom Okafor', 'rep', 'childServices'],
  housing: ['Lena Fischer', 'rep', 'housing'],
  addictions: ['Sam Whitlock', 'rep', 'addictions'],
  probation: ['Ruth Adeyemi', 'rep', 'probation'],
  shelter: ['Ines Carvalho', 'rep', 'shelter'],
  publichealth: ['Noah Berg', 'rep', 'publicHealth'],
  paramedics: ['Ella Fortin', 'rep', 'paramedics', 'fr'],
  coordinator: ['Frank Moreau', 'coordinator', 'police'],
  deputy: ['Grace Lim', 'coordinator', 'city'],
  'police-privacy': ['Dora Klein', 'privacy', 'police'],
  'school-privacy': ['Luc Gagnon', 'privacy', 'school', 'fr'],
  'health-privacy': ['Hana Sato', 'privacy', 'health'],
  auditor: ['Peter Hale', 'auditor', null],
  'second-auditor': ['Mireille Roy', 'auditor', null, 'fr'],
  administrator: ['Ada Brandt', 'administrator', null],
  'second-administrator': ['Joel Stein', 'administrator', null],
  valley: ['Kim Novak', 'rep', 'valleyPolice'],
  'valley-coordinator': ['Rosa Blum', 'coordinator', 'valleyPolice'],
} as const satisfies Record<string, Person>;
export type SignInName = keyof typeof people;

/** One line of the file of accounts. */
export interface DemoAccount {
  readonly user: string;
  readonly password: string;
  readonly totp: null;
  readonly name: string;
  readonly role: string;
  readonly agency: string | null;
  readonly table: string | null;
}

export interface Cast extends DemoCast {
  /** By the generator's name. */
  readonly tableIds: Readonly<Record<string, string>>;
  readonly agencyIds: Readonly<Record<AgencyName, string>>;
  readonly accounts: readonly DemoAccount[];
}

const tableOf = (agency: AgencyName): string => (agency === 'valleyPolice' ? valley : harbour);
const titled = (code: string): string =>
  code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
const regionOf = (drawnAs: string): string => titled(drawnAs.slice(0, drawnAs.lastIndexOf('-')));
const drawn = (regions: BaseShape['regions']): string[] =>
  Object.entries(regions).flatMap(([region, count]) =>
    Array.from({ length: count }, (_, i) => `${region}-${String(i + 1).padStart(2, '0')}`),
  );
const idsFor = <Name extends string>(named: Readonly<Record<Name, unknown>>): Record<Name, string> =>
  Object.fromEntries(Object.keys(named).map((name) => [name, randomUUID()])) as Record<Name, string>;

/**
 * Everybody, with ids of their own.
 * @param shape whose tables there are besides the two that people sit at; 53 tables for a bench
 */
export function castOfDemo(shape: BaseShape = demoBase): Cast {
  const [agencyIds, userIds] = [idsFor(agencies), idsFor(people)];
  const names = drawn(shape.regions);
  const tableIds: Readonly<Record<string, string>> = Object.fromEntries(
    names.map((name) => [name, randomUUID()]),
  );
  const tableId = (name: string): string => {
    const id = tableIds[name];
    if (id === undefined) throw new Error(`This base has no table ${name}, at which the demo’s people sit.`);
    return id;
  };
  const each = Object.entries(people) as [SignInName, Person][];
  const sits = (persona: string): boolean => persona === 'rep' || persona === 'coordinator';
  return {
    tableIds,
    agencyIds,
    passwordHash: demoPasswordHash,
    // Identifiers go to the agencies that the release names: of the three settings the one that shows most at once.
    tables: names.map((name) => ({
      id: tableId(name),
      name: tableNames[name] ?? `${titled(name)} Table`,
      region: regionOf(name),
      identifierRecipients: 'agenciesAsked',
    })),
    agencies: Object.entries(agencies).map(([name, [title, sector]]) => ({
      id: agencyIds[name as AgencyName],
      name: title,
      sector,
    })),
    places: (Object.keys(agencies) as AgencyName[]).map((name) => ({
      tableId: tableId(tableOf(name)),
      agencyId: agencyIds[name],
      hasAccount: name !== 'foodBank',
    })),
    users: each.map(([signInName, [displayName, persona, agency, language = 'en']]) => ({
      id: userIds[signInName],
      signInName,
      displayName,
      language,
      persona,
      tableId: agency !== null && sits(persona) ? tableId(tableOf(agency)) : null,
      agencyId: agency !== null && persona !== 'coordinator' ? agencyIds[agency] : null,
      employerId: agency !== null && persona === 'coordinator' ? agencyIds[agency] : null,
    })),
    accounts: each.map(([user, [name, role, agency]]) => ({
      user,
      password: demoPassword,
      totp: null,
      name,
      role,
      agency: agency === null ? null : agencies[agency][0],
      table: agency !== null && sits(role) ? (tableNames[tableOf(agency)] ?? null) : null,
    })),
  };
}
