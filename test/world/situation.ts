import { runScheduledJob } from '#database/jobs';
import { body, type Actor, type Name, type World } from './world.js';

/** Words that must never be seen where they do not belong; each is searched for in answers. */
export const canary = {
  privateNote: 'Canary-T1-private',
  summary: 'Left home twice; stopped attending',
  familyName: 'Canary-T3-Okonkwo',
  address: 'Canary-T3-14 Mill Lane',
  full: 'Canary-T4-full account',
  plan: 'Canary-T4-visit on Friday',
  safety: 'Canary-T4-dog in the yard',
  detail: 'Canary-T4-spoke with mother',
  consent: 'Canary-T4-consent by phone',
  note: 'A de-identified remark',
} as const;

export const draft = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: ['alcohol.alcohol-abuse-by-person', 'alcohol.alcohol-abuse-in-home'],
  studyFlags: ['homelessness'],
  protectiveFactors: [],
  sectors: ['education'],
  ownMeans: ['called'],
  persons: [{ ageBand: '0-5', sex: 'male', riskFactors: [] }],
  summary: canary.summary,
  privateNote: canary.privateNote,
} as const;

const stagesReached = [
  'screening',
  'deidentified',
  'riskRecorded',
  'limited',
  'planning',
  'intervention',
  'concluded',
  'rejectedNow',
  'rejected',
] as const;
export type Reached = (typeof stagesReached)[number];

/** A situation under way: what it is called, and how to take it further. */
export interface Story {
  readonly world: World;
  /** The screening's id until it is brought, then the situation's. */
  id: string;
  number: string;
  version: number;
  screeningId: string;
}

type Move = Readonly<Record<string, unknown>>;

/** Makes a move and remembers the version. */
export async function move(story: Story, who: Name | Actor, path: string, request: Move = {}): Promise<void> {
  const actor = typeof who === 'string' ? story.world.actors[who] : who;
  const moved = body<{ version: number }>(
    await actor.post(`/situations/${story.id}/moves/${path}`, request, { ifMatch: story.version }),
  );
  story.version = moved.version;
}

/** An open meeting with these agencies attending; planted, since meetings have stories of their own. */
export async function openMeeting(
  world: World,
  attending: readonly (keyof World['agency'])[],
): Promise<string> {
  const open = await world.database.plant<{ id: string }>(
    'select id from app.meeting where table_id = $1 and opened_at is not null and closed_at is null',
    [world.tables.harbour],
  );
  const id =
    open[0]?.id ??
    (
      await world.database.plant<{ id: string }>(
        `insert into app.meeting (table_id, kind, scheduled_for, opened_at) values ($1, 'regular', sec.domain_now(), sec.domain_now()) returning id`,
        [world.tables.harbour],
      )
    )[0]?.id ??
    '';
  for (const agency of attending) {
    await world.database.plant(
      `insert into app.attendance (table_id, meeting_id, agency_id, mode) values ($1, $2, $3, 'room') on conflict do nothing`,
      [world.tables.harbour, id, world.agency[agency]],
    );
  }
  return id;
}

/** Puts a situation on the table of an open meeting, as its coordinator does. */
export async function putOnTable(
  { actors: { deputy } }: World,
  meeting: string,
  situationId: string,
): Promise<void> {
  const path = `/meetings/${meeting}/card`;
  body(
    await deputy.put(
      path,
      { situationId, withSummary: false },
      { ifMatch: String((await deputy.get(path)).headers['etag']) },
    ),
  );
}

/** The police's situation, taken to where the test needs it: child services lead and school assists, as in the tour. */
export async function takeTo(world: World, reached: Reached, content: object = draft): Promise<Story> {
  const { actors, agency } = world;
  const screening = body<{ id: string }>(await actors.police.post('/screenings', content));
  const story: Story = { world, id: screening.id, screeningId: screening.id, number: '', version: 1 };
  const steps: Partial<Record<Reached, () => Promise<void>>> = {
    deidentified: async () => {
      const brought = body<{ id: string; number: string; version: number }>(
        await actors.police.post(
          `/screenings/${screening.id}/bring-to-table`,
          { ownMeansExhausted: true },
          { ifMatch: 1 },
        ),
      );
      Object.assign(story, brought);
      body(await actors.housing.post(`/situations/${story.id}/notes`, { text: canary.note }));
      body(
        await actors.police.post(`/situations/${story.id}/tier3`, {
          identity: {
            familyName: canary.familyName,
            givenNames: 'Ada',
            birthDate: '2011-03-04',
            address: canary.address,
          },
        }),
      );
    },
    riskRecorded: async () => {
      await openMeeting(world, ['police', 'school', 'health', 'childServices']);
      await move(story, 'deputy', 'record-risk', {
        fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
        decidedBy: 'agreement',
      });
    },
    limited: async () => {
      const setting = (
        await world.database.plant<{ identifier_recipients: string }>(
          'select identifier_recipients from sec.situation_table where id = $1',
          [world.tables.harbour],
        )
      )[0]?.identifier_recipients;
      await move(story, 'police', 'release-identifiers', {
        basis: 'phipa40',
        ...(setting !== 'everyoneSeated' && { agencies: [agency.school, agency.childServices] }),
      });
      body(
        await actors.police.post(`/situations/${story.id}/consents`, {
          state: 'refused',
          dueOn: '2027-01-05',
          detail: canary.consent,
        }),
      );
      await move(story, 'school', 'answer', { answer: 'involved', canHelp: true });
    },
    planning: async () => {
      await move(story, 'deputy', 'close-round');
      await move(story, 'deputy', 'assign', { lead: agency.childServices, assisting: [agency.school] });
      await move(story, 'school', 'accept-assignment', { basis: 'mfippa32h' });
      body(await actors.police.post(`/situations/${story.id}/tier4`, { text: canary.full }));
    },
    intervention: async () => {
      await move(story, 'childServices', 'accept-assignment', { basis: 'cyfsa292' });
      body(await actors.childServices.post(`/situations/${story.id}/plan`, { text: canary.plan }));
      body(await actors.police.post(`/situations/${story.id}/safety-notes`, { text: canary.safety }));
      body(
        await actors.childServices.post(`/situations/${story.id}/report-backs`, {
          status: 'contactMade',
          stillElevated: true,
          detail: canary.detail,
        }),
      );
      body(
        await actors.school.post(`/situations/${story.id}/services`, {
          service: 'addiction',
          mobilization: 'offered-service',
        }),
      );
      body(await actors.school.post(`/situations/${story.id}/gaps`, { service: 'addiction' }));
      await move(story, 'childServices', 'propose-conclusion', {
        reason: 'overall-risk-lowered.connected-to-services',
      });
    },
    concluded: async () => {
      await move(story, 'deputy', 'conclude', {
        reason: 'overall-risk-lowered.connected-to-services',
        told: 'told',
        riskAfter: ['alcohol.alcohol-abuse-in-home'],
      });
    },
  };
  if (reached === 'rejectedNow' || reached === 'rejected') {
    await steps.deidentified?.();
    await openMeeting(world, ['police', 'school']);
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    if (reached === 'rejected') {
      await world.ahead('11 minutes');
      await runScheduledJob(world.data, 'minimised');
    }
    return story;
  }
  for (const stage of stagesReached.slice(1, stagesReached.indexOf(reached) + 1)) await steps[stage]?.();
  return story;
}
