import { runScheduledJob } from '#database/jobs';
import { Actor, type Answer, type Method } from '../world/actor.js';
import type { EmptyWorld, SeatPlan } from '../world/empty-world.js';
import { plantSession, plantUser } from '../world/planting.js';

export const cellStages = [
  'screening',
  'deidentified',
  'limited',
  'planning',
  'intervention',
  'concluded',
] as const;
export const endings = ['seatEnded', 'userDisabled', 'agencyLeft', 'agencyEnded', 'seatExpired'] as const;
export const roles = ['originator', 'lead', 'assisting', 'lastCoordinator', 'onlyOfficer'] as const;
export type CellStage = (typeof cellStages)[number];
export type Ending = (typeof endings)[number];
export type Role = (typeof roles)[number];

/** A task as the API tells it. */
export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly situationId: string | null;
  readonly number: string | null;
  readonly agency: { readonly id: string } | null;
  readonly role: string | null;
  readonly because: string | null;
  readonly dueAt: string | null;
  readonly due: boolean;
}

/**
 * The agencies of a cell: the one that brings, the lead, the assisting one, one to spare, and the
 * coordinator's employer.
 */
const places = ['brings', 'leads', 'assists', 'spare', 'employs'] as const;
export type Place = (typeof places)[number];

const draft = {
  type: 'person',
  riskFactors: ['alcohol.alcohol-abuse-by-person'],
  ownMeans: ['called'],
  summary: 'Left home twice',
};
const inAYear = (now: Date): string => new Date(now.getTime() + 365 * 86_400_000).toISOString();

/** An answer that must be a success. */
export function done(answer: Answer): Record<string, unknown> {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** What all cells share: the installation and its two administrators. */
export interface Installation {
  readonly world: EmptyWorld;
  readonly administrators: readonly [Actor, Actor];
}

export async function install(world: EmptyWorld): Promise<Installation> {
  const administrators = [
    await world.person('Ada', { persona: 'administrator' }),
    await world.person('Abe', { persona: 'administrator' }),
  ] as const;
  await world.database.plant(`insert into sec.demo_clock (ahead) values (interval '0')`);
  // Cells move the clock by years in all, and their administrators stay.
  await world.database.plant(`update sec.seat set ends_at = ends_at + interval '20 years'`);
  return { world, administrators };
}

let cells = 0;

/** One table with five agencies, one situation, and a person for each role. */
export class Cell {
  readonly people = new Map<string, Actor>();
  situation = '';
  screening = '';
  version = 1;
  stage: string = 'screening';

  private constructor(
    readonly installation: Installation,
    readonly name: string,
  ) {}

  static async at(installation: Installation, stage: CellStage): Promise<Cell> {
    const cell = new Cell(installation, `c${++cells}`);
    const { world } = installation;
    await world.table(
      cell.name,
      places.map((place) => cell.agencyName(place)),
    );
    for (const place of places)
      await cell.seat(`${place}-officer`, { persona: 'privacy', agency: cell.agencyName(place) });
    for (const place of ['brings', 'leads', 'assists', 'spare'] as const)
      await cell.seat(place, { persona: 'rep', table: cell.name, agency: cell.agencyName(place) });
    await cell.seat('coordinator', {
      persona: 'coordinator',
      table: cell.name,
      employer: cell.agencyName('employs'),
    });
    await cell.freshProofs();
    await cell.takeTo(stage);
    return cell;
  }

  agencyName(place: Place): string {
    return `${this.name} ${place}`;
  }
  agency(place: Place): string {
    return this.installation.world.id(this.agencyName(place));
  }
  get table(): string {
    return this.installation.world.id(this.name);
  }
  person(name: string): Actor {
    const found = this.people.get(name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  }
  get administrator(): Actor {
    return this.installation.administrators[0];
  }

  private async seat(name: string, plan: SeatPlan): Promise<void> {
    this.people.set(name, await this.installation.world.person(`${this.name}-${name}`, plan));
  }

  /** As if everybody had just given their password again. */
  async freshProofs(): Promise<void> {
    await this.installation.world.database.plant(
      'update sec.session set stepped_up_at = clock_timestamp(), last_seen_at = clock_timestamp()',
    );
  }

  async move(who: string, path: string, request: object = {}): Promise<Answer> {
    const answer = await this.person(who).post(`/situations/${this.situation}/moves/${path}`, request, {
      ifMatch: `"v${await this.currentVersion()}"`,
    });
    if (answer.status < 400) this.stage = String(answer.body['stage']);
    return answer;
  }

  /** Read where it stands: a role that ends may have moved it. */
  private async currentVersion(): Promise<number> {
    const [row] = await this.installation.world.database.plant<{ version: number }>(
      'select version from app.situation where table_id = $1 and id = $2',
      [this.table, this.situation],
    );
    return row?.version ?? 1;
  }

  private async takeTo(stage: CellStage): Promise<void> {
    const steps: readonly (readonly [CellStage, () => Promise<void>])[] = [
      ['screening', () => this.screen()],
      ['deidentified', () => this.bring()],
      ['limited', () => this.release()],
      ['planning', () => this.assign()],
      [
        'intervention',
        async () => void done(await this.move('leads', 'accept-assignment', { basis: 'mfippa32h' })),
      ],
      ['concluded', async () => void done(await this.conclude('coordinator'))],
    ];
    for (const [, step] of steps.slice(0, cellStages.indexOf(stage) + 1)) await step();
  }

  private async screen(): Promise<void> {
    this.screening = String(done(await this.person('brings').post('/screenings', draft))['id']);
  }
  private async bring(): Promise<void> {
    const brought = done(
      await this.person('brings').post(
        `/screenings/${this.screening}/bring-to-table`,
        { ownMeansExhausted: true },
        { ifMatch: '"v1"' },
      ),
    );
    this.situation = String(brought['id']);
    this.stage = 'deidentified';
  }
  private async release(): Promise<void> {
    const { database } = this.installation.world;
    const [meeting] = await database.plant<{ id: string }>(
      `insert into app.meeting (table_id, kind, scheduled_for, opened_at) values ($1, 'regular', sec.domain_now(), sec.domain_now()) returning id`,
      [this.table],
    );
    for (const place of ['brings', 'leads', 'assists'] as const)
      await database.plant(
        `insert into app.attendance (table_id, meeting_id, agency_id, mode) values ($1, $2, $3, 'room')`,
        [this.table, meeting!.id, this.agency(place)],
      );
    done(
      await this.move('coordinator', 'record-risk', {
        fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
        decidedBy: 'agreement',
      }),
    );
    done(await this.move('brings', 'release-identifiers', { basis: 'phipa40' }));
  }
  private async assign(): Promise<void> {
    done(await this.move('coordinator', 'close-round'));
    done(
      await this.move('coordinator', 'assign', {
        lead: this.agency('leads'),
        assisting: [this.agency('assists')],
      }),
    );
    done(await this.move('assists', 'accept-assignment', { basis: 'mfippa32h' }));
  }

  conclude(who: string): Promise<Answer> {
    return this.move(who, 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: [],
    });
  }

  async tasks(who: string): Promise<Told[]> {
    return (done(await this.person(who).get('/tasks'))['rows'] as Told[] | undefined) ?? [];
  }
  async notices(actor: Actor): Promise<string[]> {
    const rows = done(await actor.get('/notices?limit=50'))['rows'] as { code: string }[];
    return rows.map(({ code }) => code);
  }

  // ---------------------------------------------------------------- how a role ends
  async end(role: Role, how: Ending): Promise<void> {
    const who = {
      originator: 'brings',
      lead: 'leads',
      assisting: 'assists',
      lastCoordinator: 'coordinator',
      onlyOfficer: 'brings-officer',
    }[role];
    const place = { originator: 'brings', lead: 'leads', assisting: 'assists', lastCoordinator: 'employs', onlyOfficer: 'brings' }[
      role
    ] as Place; // prettier-ignore
    await this.freshProofs();
    const actor = this.person(who);
    switch (how) {
      case 'seatEnded':
        done(await this.tagged('DELETE', `/seats/${actor.seatId!}`));
        break;
      case 'userDisabled':
        done(await this.tagged('PUT', `/users/${actor.userId}/status`, { active: false }, `/users/${actor.userId}`));
        break; // prettier-ignore
      case 'agencyLeft':
        done(await this.tagged('DELETE', `/tables/${this.table}/agencies/${this.agency(place)}`, undefined, `/tables/${this.table}`));
        break; // prettier-ignore
      case 'agencyEnded':
        done(await this.tagged('DELETE', `/agencies/${this.agency(place)}`));
        break;
      case 'seatExpired':
        await this.installation.world.database.plant(
          `update sec.seat set ends_at = sec.domain_now() + interval '1 hour' where id = $1`,
          [actor.seatId],
        );
        await this.later('61 minutes');
    }
  }

  /** An agency that left sits at the table again, once its coordinator and another agency's officer say yes. */
  async place(place: Place): Promise<void> {
    done(
      await this.tagged(
        'PUT',
        `/tables/${this.table}/agencies/${this.agency(place)}`,
        { hasAccount: true },
        `/tables/${this.table}`,
      ),
    );
    await this.freshProofs();
    const asked = done(await this.person('coordinator').get('/joinings'))['rows'] as { id: string }[];
    for (const { id } of asked)
      for (const who of ['coordinator', 'spare-officer'])
        done(await this.person(who).post(`/joinings/${id}/yes`));
  }

  private async tagged(method: Method, path: string, body?: object, read = path): Promise<Answer> {
    const tag = (await this.administrator.get(read)).headers['etag'] ?? '';
    return this.administrator.send(method, path, body, { ifMatch: tag });
  }

  /** Time goes by, and the scheduled step is done. */
  async later(interval: string): Promise<void> {
    const { database, data } = this.installation.world;
    await database.plant('update sec.demo_clock set ahead = ahead + $1::interval', [interval]);
    await runScheduledJob(data, 'handedOver');
  }
  async until(instant: string): Promise<void> {
    const { database, data } = this.installation.world;
    await database.plant('update sec.demo_clock set ahead = ahead + ($1::timestamptz - sec.domain_now())', [
      instant,
    ]);
    await runScheduledJob(data, 'handedOver');
  }
  async now(): Promise<Date> {
    const [row] = await this.installation.world.database.plant<{ now: Date }>(
      'select sec.domain_now() as now',
    );
    return row!.now;
  }

  // ---------------------------------------------------------------- how somebody is seated, by the API alone
  /** Somebody with an account and no seat yet. */
  async newcomer(name: string): Promise<{ readonly signInName: string; sits(seat: string): Actor }> {
    const { world } = this.installation;
    const signInName = `${this.name}-${name}`.toLowerCase();
    const userId = await plantUser(world.database, { signInName });
    const token = await plantSession(world.database, userId);
    return {
      signInName,
      sits: (seat) => {
        const actor = new Actor(world.url, { name, userId, seatId: seat, token });
        this.people.set(name, actor);
        return actor;
      },
    };
  }

  /** The administrator offers a seat, the officer of that agency approves it. */
  async seated(name: string, persona: 'rep' | 'coordinator', place: Place): Promise<Actor> {
    await this.freshProofs();
    const person = await this.newcomer(name);
    const { id } = done(
      await this.administrator.post('/seat-offers', {
        signInName: person.signInName,
        persona,
        tableId: this.table,
        [persona === 'rep' ? 'agencyId' : 'employerAgencyId']: this.agency(place),
        endsAt: inAYear(await this.now()),
      }),
    );
    const approved = done(await this.person(`${place}-officer`).post(`/seat-offers/${String(id)}/approval`));
    return person.sits(String(approved['seatId']));
  }

  /**
   * An agency without an officer gets a first one: by a second person where that is asked for, and after its
   * day of notice.
   */
  async seatedOfficer(name: string, place: Place): Promise<Actor> {
    await this.freshProofs();
    const person = await this.newcomer(name);
    const { id } = done(
      await this.administrator.post('/seat-offers', {
        signInName: person.signInName,
        persona: 'privacy',
        agencyId: this.agency(place),
        endsAt: inAYear(await this.now()),
      }),
    );
    for (const second of [this.installation.administrators[1], this.person('spare-officer')])
      await second.post(`/seat-offers/${String(id)}/approval`);
    await this.later('25 hours');
    await this.freshProofs();
    const [seat] = await this.installation.world.database.plant<{ id: string }>(
      `select s.id from sec.seat s join sec.app_user u on u.id = s.user_id where u.sign_in_name = $1`,
      [person.signInName],
    );
    return person.sits(seat!.id);
  }
}
