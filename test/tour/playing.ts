import { body } from '../world/world.js';
import type { Demo, Guest } from './demo.js';
import { blindSpots, canariesOf, leaks, type Canaries } from './canaries.js';
import { look, type Received, type Told, type Viewers } from './looking.js';
import type { When } from '../policy/seen.js';

/** Everybody who acts in the tour, by sign-in name. */
export const actingNames = [
  'police',
  'school',
  'health',
  'childservices',
  'housing',
  'addictions',
  'deputy',
  'coordinator',
  'auditor',
  'administrator',
  'valley',
] as const;
export type ActingName = (typeof actingNames)[number];

interface Meeting {
  id: string;
  version: number;
  scheduledFor: string;
}

/** The tour under way: who acts, what was found, and what it says. */
export class Tour {
  readonly deviations: string[] = [];
  readonly canaries: Canaries;
  readonly received: Received = new Map();
  private steps = 0;

  constructor(
    readonly demo: Demo,
    readonly guests: Readonly<Record<ActingName, Guest>>,
    private readonly say: (line: string) => void,
    run: string,
  ) {
    this.canaries = canariesOf(run);
  }

  as(name: ActingName): Guest['actor'] {
    return this.guests[name].actor;
  }

  agency(name: ActingName): string {
    return this.guests[name].agencyId ?? '';
  }

  /** The seven, for a story that these three play. */
  viewers(originating: ActingName, lead: ActingName, coordinator: ActingName): Viewers {
    const { housing, auditor, administrator, valley } = this.guests;
    return {
      originating: this.guests[originating],
      uninvolved: housing,
      lead: this.guests[lead],
      coordinator: this.guests[coordinator],
      auditor,
      administrator,
      'other table': valley,
    };
  }

  tell(...lines: string[]): void {
    for (const line of lines) this.say(line);
  }

  fail(found: readonly string[]): void {
    for (const each of found) this.say(`  ✗ ${each}`);
    this.deviations.push(...found);
  }

  /** One step: told, then looked at by all seven, then searched for words that went astray. */
  async step(title: string, who: Viewers, told: Told, when: When): Promise<void> {
    this.steps += 1;
    const now = await this.demo.now(this.guests.administrator);
    this.tell(
      '',
      `${this.steps}. ${title}`,
      `   ${now.toLocaleString('en-CA', { timeZone: 'America/Toronto', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })}${told.number === '' ? '' : `, situation ${told.number}`}`,
    );
    const { lines, deviations } = await look(this.demo, who, told, when, this.received);
    this.tell(...lines);
    this.fail([...deviations, ...this.newLeaks()]);
  }

  /** Words that went astray since the last look; each is said once. */
  newLeaks(): string[] {
    return leaks(this.received, this.canaries).filter((leak) => !this.deviations.includes(leak));
  }

  async move(told: Told, who: ActingName, name: string, request: object = {}): Promise<void> {
    told.version = body<{ version: number }>(
      await this.as(who).post(`/situations/${told.id}/moves/${name}`, request, { ifMatch: told.version }),
    ).version;
  }

  async write(told: Told, who: ActingName, page: string, request: object): Promise<void> {
    body(await this.as(who).post(`/situations/${told.id}/${page}`, request));
  }

  /** Screened by an agency, not yet brought. */
  async screen(who: ActingName, content: object): Promise<Told> {
    const { id } = body<{ id: string }>(await this.as(who).post('/screenings', content));
    return { id, number: '', version: 1, named: false, accepted: false, heard: false };
  }

  async bring(told: Told, who: ActingName): Promise<void> {
    Object.assign(
      told,
      body<{ id: string; number: string; version: number }>(
        await this.as(who).post(
          `/screenings/${told.id}/bring-to-table`,
          { ownMeansExhausted: true },
          { ifMatch: 1 },
        ),
      ),
    );
  }

  async recordRisk(told: Told, who: ActingName): Promise<void> {
    await this.move(told, who, 'record-risk', {
      fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
      decidedBy: 'agreement',
    });
  }

  /** Moves the demo's clock; what falls due on the way is done day by day. */
  async advance(minutes: number): Promise<void> {
    for (let left = Math.ceil(minutes); left > 0; left -= 43_200)
      body(await this.as('administrator').post('/demo-clock/advances', { minutes: Math.min(left, 43_200) }));
  }

  async advanceTo(instant: Date): Promise<void> {
    const minutes = (instant.getTime() - (await this.demo.now(this.guests.administrator)).getTime()) / 60_000;
    if (minutes > 0) await this.advance(minutes);
  }

  /** Opens the next regular meeting, or an emergency one now, and marks who attends. */
  async openMeeting(
    kind: 'regular' | 'emergency',
    by: ActingName,
    attending: readonly ActingName[],
  ): Promise<Meeting> {
    const coordinator = this.as(by);
    const before = await coordinator.get('/meetings/open');
    if (before.status === 200) {
      const { id, version } = before.body as Meeting;
      body(await coordinator.post(`/meetings/${id}/close`, {}, { ifMatch: version }));
    }
    const meeting =
      kind === 'regular'
        ? await this.nextMeeting(by)
        : await this.convene(by, kind, await this.demo.now(this.guests[by]));
    await this.advanceTo(new Date(meeting.scheduledFor));
    const opened = body<Meeting>(
      await coordinator.post(`/meetings/${meeting.id}/open`, {}, { ifMatch: meeting.version }),
    );
    for (const name of attending)
      body(
        await coordinator.put(
          `/meetings/${meeting.id}/attendance/${this.agency(name)}`,
          { mode: 'room' },
          { ifMatch: 0 },
        ),
      );
    return { ...meeting, version: opened.version };
  }

  async closeMeeting(meeting: Meeting, by: ActingName): Promise<void> {
    body(await this.as(by).post(`/meetings/${meeting.id}/close`, {}, { ifMatch: meeting.version }));
    for (const [viewer, words] of this.received) {
      const guest =
        viewer === 'other table'
          ? this.guests.valley
          : viewer === 'coordinator'
            ? this.guests.deputy
            : viewer === 'uninvolved'
              ? this.guests.housing
              : undefined;
      if (guest !== undefined)
        for (const page of ['agenda', 'minutes', 'attendance', 'card'])
          words.push((await guest.actor.get(`/meetings/${meeting.id}/${page}`)).text);
    }
  }

  /** Whether the search for the person's words sees at all. */
  checkSearch(): void {
    this.fail(blindSpots(this.received, this.canaries));
  }

  private async nextMeeting(by: ActingName): Promise<Meeting> {
    const now = await this.demo.now(this.guests[by]);
    const { rows } = body<{ rows: Meeting[] }>(await this.as(by).get('/meetings?state=scheduled&limit=50'));
    const ahead = rows
      .filter(({ scheduledFor }) => new Date(scheduledFor) > now)
      .sort((a, b) => a.scheduledFor.localeCompare(b.scheduledFor));
    if (ahead[0] !== undefined) return ahead[0];
    const thursday = new Date(now);
    thursday.setUTCHours(14, 30, 0, 0);
    do thursday.setUTCDate(thursday.getUTCDate() + 1);
    while (thursday.getUTCDay() !== 4);
    return this.convene(by, 'regular', thursday);
  }

  private async convene(by: ActingName, kind: string, at: Date): Promise<Meeting> {
    const made = body<{ id: string; version: number }>(
      await this.as(by).post('/meetings', { kind, scheduledFor: at.toISOString() }),
    );
    return { ...made, scheduledFor: at.toISOString() };
  }
}
