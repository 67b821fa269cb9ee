import type { Demo } from '../../tour/demo.js';
import type { Told } from '../../tour/looking.js';
import type { Tour } from '../../tour/playing.js';

/** A person's words in every text field, each with the run's own stem in it, so that one search finds any of them. */
export type Word = (field: string) => string;

/** What was planted of one situation. */
export interface Planted {
  readonly told: Told & { screening?: string };
  readonly words: readonly string[];
}

const heard = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: ['missing-school.truancy'],
  ownMeans: ['called'],
} as const;

async function plantOne(tour: Tour, word: Word): Promise<Planted> {
  const words: string[] = [];
  const said = (field: string): string => {
    const text = word(field);
    words.push(text);
    return text;
  };
  // The private note ends with the screening: nobody reads it later, so it is searched for and not asked for.
  const told = await tour.screen('police', {
    ...heard,
    summary: said('summary'),
    privateNote: word('private note'),
  });
  await tour.bring(told, 'police');
  await tour.write(told, 'police', 'tier3', {
    identity: {
      familyName: said('family name'),
      givenNames: said('given names'),
      birthDate: '2011-03-04',
      address: said('address'),
    },
  });
  await tour.write(told, 'housing', 'notes', { text: said('note') });
  await tour.recordRisk(told, 'deputy');
  await tour.move(told, 'police', 'release-identifiers', {
    basis: 'policePublicSafety',
    agencies: [tour.agency('school'), tour.agency('childservices')],
  });
  await tour.write(told, 'police', 'consents', { state: 'given', detail: said('consent') });
  await tour.move(told, 'childservices', 'answer', { answer: 'involved', canHelp: true });
  await tour.move(told, 'deputy', 'close-round');
  await tour.move(told, 'deputy', 'assign', {
    lead: tour.agency('childservices'),
    assisting: [tour.agency('school')],
  });
  await tour.write(told, 'police', 'tier4', { text: said('full content') });
  await tour.move(told, 'school', 'accept-assignment', { basis: 'mfippa32h' });
  await tour.move(told, 'childservices', 'accept-assignment', { basis: 'cyfsa292' });
  await tour.write(told, 'police', 'youth-items', {
    text: said('youth-justice item'),
    recipients: [tour.as('childservices').userId],
    destroyBy: '2029-06-30',
  });
  await tour.write(told, 'childservices', 'plan', { text: said('plan') });
  await tour.write(told, 'police', 'safety-notes', { text: said('safety note') });
  await tour.write(told, 'childservices', 'report-backs', {
    status: 'contactMade',
    stillElevated: true,
    detail: said('report-back'),
  });
  return { told, words };
}

/** Several persons at one meeting, each taken to the intervention. */
export async function plantAll(tour: Tour, of: readonly Word[]): Promise<Planted[]> {
  const meeting = await tour.openMeeting('regular', 'deputy', [
    'police',
    'school',
    'childservices',
    'housing',
  ]);
  const planted: Planted[] = [];
  for (const word of of) planted.push(await plantOne(tour, word));
  await tour.closeMeeting(meeting, 'deputy');
  return planted;
}

/**
 * The sealed columns of the database in which nothing was planted: a search that leaves one out proves less
 * than it says.
 */
export async function unplanted(demo: Demo, situation: string, screening: string): Promise<string[]> {
  const tables = await demo.database.plant<{ name: string; sealed: string[] }>(
    `select t.name, t.sealed from app.tables_of_situations() t where cardinality(t.sealed) > 0`,
  );
  const empty: string[] = [];
  for (const { name } of tables)
    if (
      (await demo.database.plant(`select from app.${name} r where r.situation_id = $1`, [situation]))
        .length === 0
    )
      empty.push(name);
  if ((await demo.database.plant('select from app.screening s where s.id = $1', [screening])).length === 0)
    empty.push('screening');
  return empty;
}

/** Everything that those who take part read of a situation, as one text. */
export async function readBack(tour: Tour, id: string): Promise<string> {
  const pages = [
    '',
    '/tier3',
    '/tier4',
    '/plan',
    '/safety-notes',
    '/report-backs/details',
    '/consents/details',
    '/youth-items',
  ];
  const texts: string[] = [];
  for (const who of ['police', 'childservices'] as const)
    for (const page of pages) texts.push((await tour.as(who).get(`/situations/${id}${page}`)).text);
  return texts.join('\n');
}
