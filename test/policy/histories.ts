import { randomUUID } from 'node:crypto';
import {
  attempt,
  isHiddenFrom,
  moves,
  type Attempt,
  type Checked,
  type Facts,
  type Move,
  type MoveName,
  type Request,
} from '#domain/filters';
import { grants, scopeOf, situationRolesOf, type FieldGroup, type SituationRole } from '#domain/visibility';
import type { Stage } from '#domain/vocabulary';
import type { Session } from '#database/door';
import { runScheduledJob } from '#database/jobs';
import { codeActive, moveFacts, numberStands, transition } from '#database/situations';
import type { Actor, Name, World } from '../world/world.js';
import { Chance, randomMove, rightFor, type Names } from './random-moves.js';
import { readings } from './reading.js';
import { WorkflowModel, type Around, type Asked, type Taker } from './workflow-model.js';

/** The first wall as it is judged here; a test puts a faulty one in its place to see it caught. */
export interface FirstWall {
  readonly attempt: typeof attempt;
  readonly scopeOf: typeof scopeOf;
}
export const theFirstWall: FirstWall = { attempt, scopeOf };

export interface Findings {
  cells: number;
  allowed: number;
  refused: number;
  readonly reasons: Map<string, number>;
  /** Where two of the three disagree, each with how to see it again. */
  readonly disagreements: string[];
}

const reps = ['police', 'policeColleague', 'school', 'health', 'childServices', 'housing'] as const;
const agencyOf: Readonly<Partial<Record<Name, keyof World['agency']>>> = {
  police: 'police',
  policeColleague: 'police',
  school: 'school',
  health: 'health',
  childServices: 'childServices',
  housing: 'housing',
  valley: 'valleyPolice',
};
const viewers: readonly Name[] = [...reps, 'coordinator', 'deputy', 'valley', 'valleyCoordinator'];
const groups = readings.filter(({ group, sql }) => group in grants && sql !== undefined);

/** One random life of a situation, both walls asked at every step, and what everybody sees looked at on the way. */
export class History {
  private readonly chance: Chance;
  private id = randomUUID() as string;
  private model: WorkflowModel;
  private meeting = '';
  private identifierRecipients = 'everyoneSeated';
  private readonly originator: (typeof reps)[number];
  private readonly told: string[] = [];
  private readonly gone = new Set<string>();
  /** Agencies at the table whose seats have all ended. */
  private readonly empty = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly seed: number,
    private readonly findings: Findings,
    private readonly wall: FirstWall = theFirstWall,
  ) {
    this.chance = new Chance(seed);
    this.originator = this.chance.one(['police', 'school', 'housing'] as const);
    this.model = new WorkflowModel(this.agencyOf(this.originator) ?? '');
  }

  /** Plays so many steps; looks at all cells after every few of them and at the end. */
  async play(steps: number, lookEvery: number, atMost = 3): Promise<void> {
    await this.begin();
    for (let step = 1; step <= steps && this.findings.disagreements.length < atMost; step++) {
      if (this.chance.in(0.12)) await this.happening();
      else await this.move();
      await this.compareWithModel();
      if (step % lookEvery === 0 || step === steps) await this.look();
    }
  }

  private agencyOf(name: Name): string | null {
    const place = agencyOf[name];
    return place === undefined ? null : this.world.agency[place];
  }

  private sits(name: Name): boolean {
    const agency = this.agencyOf(name) ?? '';
    return !this.gone.has(agency) && !this.empty.has(agency);
  }

  private async begin(): Promise<void> {
    const { world, chance } = this;
    this.identifierRecipients = chance.one(['everyoneSeated', 'everyoneSeated', 'agenciesAsked', 'nobody']);
    await world.database.plant('update sec.situation_table set identifier_recipients = $2 where id = $1', [
      world.tables.harbour,
      this.identifierRecipients,
    ]);
    await world.database.plant('update sec.table_agency set left_at = null where table_id = $1', [
      world.tables.harbour,
    ]);
    await world.database.plant(
      `update sec.seat set ends_at = sec.domain_now() + interval '1 year', ended_because = null where table_id = $1`,
      [world.tables.harbour],
    );
    await world.database.plant(
      'update app.meeting set closed_at = sec.domain_now() where table_id = $1 and closed_at is null',
      [world.tables.harbour],
    );
    this.meeting =
      (
        await world.database.plant<{ id: string }>(
          `insert into app.meeting (table_id, kind, scheduled_for, opened_at) values ($1, 'regular', sec.domain_now(), sec.domain_now()) returning id`,
          [world.tables.harbour],
        )
      )[0]?.id ?? '';
    for (const agency of chance.some(this.names().agencies, 0.7)) await this.attend(agency);
    const actor = world.actors[this.originator];
    await world.data.as(actor.key, '', async (session) => {
      const screening = await session.one<{ id: string }>(
        `insert into app.screening (id, content, wrapped_key, epoch_id) values (gen_random_uuid(), '\\x00', '\\x00', 'e') returning id`,
      );
      await session.rows('select app.bring_to_table($1, 1, $2, $3, $4, $5, $6)', [
        screening.id,
        this.id,
        '{"ownMeansExhausted":true}',
        JSON.stringify({
          type: 'person',
          ageBand: '12-17',
          sex: 'female',
          riskFactors: ['alcohol.alcohol-abuse-by-person'],
          guardVersion: 1,
          persons: [{ id: randomUUID(), ageBand: '0-5', sex: 'male', riskFactors: [] }],
        }),
        Buffer.from('summary'),
        '[]',
      ]);
      await session.rows(
        `insert into app.tier3 (situation_id, id, identity) values ($1, gen_random_uuid(), '\\x00')`,
        [this.id],
      );
    });
  }

  private names(): Names {
    const { agency } = this.world;
    return {
      agencies: [
        agency.police,
        agency.school,
        agency.health,
        agency.childServices,
        agency.housing,
        agency.foodBank,
      ],
      withoutAccount: agency.foodBank,
      stranger: agency.valleyPolice,
    };
  }

  private async attend(agency: string): Promise<void> {
    await this.world.database.plant(
      `insert into app.attendance (table_id, meeting_id, agency_id, mode) values ($1, $2, $3, 'room') on conflict do nothing`,
      [this.world.tables.harbour, this.meeting, agency],
    );
  }

  private async around(): Promise<Around> {
    const attending = await this.world.database.plant<{ agency_id: string }>(
      'select agency_id from app.attendance where meeting_id = $1',
      [this.meeting],
    );
    const withAccount = this.names().agencies.filter(
      (agency) => agency !== this.world.agency.foodBank && !this.gone.has(agency),
    );
    return {
      identifierRecipients: this.identifierRecipients,
      attending: attending.map(({ agency_id }) => agency_id),
      withAccount,
      unrepresented: [...this.gone, ...this.empty],
    };
  }

  /** Somebody tries a move; both walls judge it on the same facts. */
  private async move(): Promise<void> {
    const next = this.chance.in(0.35) ? this.onward() : undefined;
    const onward = next !== undefined && this.sits(next.who) ? next : undefined;
    const name = onward?.who ?? this.chance.one(viewers.filter((each) => this.sits(each)));
    const actor = this.world.actors[name];
    const before = await this.facts(actor);
    const { name: step, request } =
      onward === undefined
        ? randomMove(this.chance, before?.facts, this.names())
        : { name: onward.step, request: rightFor(this.chance, onward.step, before?.facts, this.names()) };
    const around = await this.around();
    const [first, second] = await this.judged(actor, step, request);
    this.told.push(`${name} ${step} ${JSON.stringify(request)}: ${second}`);
    if (first !== second) this.disagree(`the first wall says ${first}, the second ${second}`);
    this.findings.reasons.set(second, (this.findings.reasons.get(second) ?? 0) + 1);
    if (!second.startsWith('to ')) {
      this.findings.refused++;
      return;
    }
    this.findings.allowed++;
    const taker: Taker = {
      persona:
        name === 'coordinator' || name === 'deputy' || name === 'valleyCoordinator' ? 'coordinator' : 'rep',
      agency: this.agencyOf(name),
    };
    if (!this.model.may(step, taker, request as Asked))
      this.disagree('both walls allow what the story does not');
    this.model.take(step, taker, request as Asked, around);
  }

  /** The step that takes a situation on, so that histories get where it is deep. */
  private onward(): { who: Name; step: MoveName } | undefined {
    const { chance, model, world } = this;
    if (model.stage === 'deidentified')
      return chance.one([
        { who: 'deputy', step: 'recordRisk' },
        { who: this.originator, step: 'releaseIdentifiers' },
      ] as const);
    if (model.stage === 'limited')
      return chance.one([
        { who: 'deputy', step: 'closeRound' },
        { who: 'deputy', step: 'assign' },
      ] as const);
    const asked = model.waiting().filter((agency) => !this.gone.has(agency) && !this.empty.has(agency));
    if (asked.length === 0) return undefined;
    const agency = chance.one(asked);
    const who =
      agency === world.agency.foodBank ? 'coordinator' : reps.find((each) => this.agencyOf(each) === agency);
    return who === undefined
      ? undefined
      : { who, step: chance.one(['acceptAssignment', 'declineAssignment']) };
  }

  private async facts(actor: Actor): Promise<{ version: number; facts: Facts } | undefined> {
    return this.world.data.as(actor.key, '', (session) =>
      session.maybe<{ version: number; facts: Facts }>(
        'select f.version, f.facts from app.move_facts($1) f',
        [this.id],
      ),
    );
  }

  /** The verdict of each wall in one transaction: `to <stage>`, a reason, or `hidden`. */
  private async judged(actor: Actor, step: MoveName, request: Request): Promise<[string, string]> {
    let first = 'hidden';
    try {
      const stage = await this.world.data.as(actor.key, '', async (session) => {
        const known = await moveFacts(session, this.id).catch(() => undefined);
        if (known !== undefined && !isHiddenFrom(step, known.facts))
          first = verdict(
            this.wall.attempt(step, known.facts, request, await checked(session, step, request, this.id)),
          );
        const version =
          known?.version ??
          (
            await this.world.database.plant<{ version: number }>(
              'select version from app.situation where id = $1',
              [this.id],
            )
          )[0]?.version ??
          1;
        return (await transition(session, step, this.id, version, request)).stage;
      });
      return [first, `to ${stage}`];
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return [
        first,
        code === 'P0002'
          ? 'hidden'
          : message.startsWith('move.')
            ? message.slice(5)
            : `${code ?? ''} ${message}`,
      ];
    }
  }

  /** What happens besides moves: latecomers, an agency leaves, hours go by, exits are minimised, somebody writes. */
  private async happening(): Promise<void> {
    const { world, chance } = this;
    const what = chance.one([
      'late',
      'late',
      'leaves',
      'emptied',
      'days',
      'hours',
      'written',
      'written',
      'written',
      'minimised',
    ] as const);
    this.told.push(what);
    if (what === 'late') {
      const agency = chance.one(this.names().agencies);
      const around = await this.around();
      await this.attend(agency);
      if (!around.attending.includes(agency)) this.model.comesLate(agency, around);
    } else if (what === 'leaves' && chance.in(0.35)) {
      const agency = chance.one(
        [world.agency.health, world.agency.housing, world.agency.school].filter(
          (each) => each !== this.model.originator,
        ),
      );
      if (this.gone.has(agency)) return;
      this.gone.add(agency);
      await world.database.plant(
        'update sec.table_agency set left_at = sec.domain_now() where table_id = $1 and agency_id = $2',
        [world.tables.harbour, agency],
      );
      this.model.leave(agency);
    } else if (what === 'emptied' && chance.in(0.35)) {
      const agency = chance.one([
        world.agency.childServices,
        world.agency.health,
        world.agency.housing,
        world.agency.school,
      ]);
      this.empty.add(agency);
      await world.database.plant(
        `update sec.seat set starts_at = least(starts_at, sec.domain_now()), ends_at = sec.domain_now(), ended_because = 'ended'
          where table_id = $1 and agency_id = $2 and persona = 'rep' and ends_at > sec.domain_now()`,
        [world.tables.harbour, agency],
      );
    } else if (what === 'days') {
      await world.database.plant(
        `update app.task set due_at = sec.domain_now() - interval '1 second' where situation_id = $1 and closed_at is null`,
        [this.id],
      );
    } else if (what === 'hours' && chance.in(0.4)) {
      await world.database.plant(
        `update app.assignment set asked_at = asked_at - interval '13 hours' where situation_id = $1`,
        [this.id],
      );
      await runScheduledJob(world.data, 'returned');
      this.model.returnUnanswered();
    } else if (what === 'minimised' && chance.in(0.3)) {
      await world.database.plant(
        `update app.workflow set left_at = left_at - interval '11 minutes' where situation_id = $1 and left_at is not null`,
        [this.id],
      );
      await runScheduledJob(world.data, 'minimised');
    } else if (what === 'written') await this.write();
  }

  /** Somebody writes what they can; whether they may is judged by row-level security here and compared in what is seen. */
  private async write(): Promise<void> {
    const inserts = [
      `insert into app.tier4 (situation_id, id, content) values ($1, gen_random_uuid(), '\\x00')`,
      `insert into app.plan (situation_id, id, content) values ($1, gen_random_uuid(), '\\x00')`,
      `insert into app.safety_note (situation_id, id, note) values ($1, gen_random_uuid(), '\\x00')`,
      `insert into app.discussion_note (situation_id, id, note, guard_version) values ($1, gen_random_uuid(), '\\x00', 1)`,
      `insert into app.report_back (situation_id, id, status) values ($1, gen_random_uuid(), 'contactMade')`,
      `insert into app.consent (situation_id, id, state) values ($1, gen_random_uuid(), 'refused')`,
      `insert into app.service_mobilized (situation_id, id, service, mobilization) values ($1, gen_random_uuid(), 'addiction', 'offered-service')`,
      `insert into app.gap (situation_id, id, service) values ($1, gen_random_uuid(), 'addiction')`,
    ];
    for (const name of reps) {
      if (!this.sits(name)) continue;
      for (const insert of this.chance.some(inserts, 0.5)) {
        await this.world.data
          .as(this.world.actors[name].key, '', (session) => session.rows(insert, [this.id]))
          .catch((error: unknown) => {
            if ((error as { code?: string }).code !== '42501') throw error;
          });
      }
    }
  }

  /** Stage and holders of tiers, as the story has them and as the ledger does. */
  private async compareWithModel(): Promise<void> {
    const { world, model } = this;
    const [row] = await world.database.plant<{ stage: string; hears: string[]; intervenes: string[] }>(
      `select s.stage, array(select d.agency_id::text from app.disclosure d where d.situation_id = s.id and d.revoked_at is null and d.tier = 3 order by 1) as hears,
        array(select d.agency_id::text from app.disclosure d where d.situation_id = s.id and d.revoked_at is null and d.tier = 4 order by 1) as intervenes from app.situation s where s.id = $1`,
      [this.id],
    );
    const is = JSON.stringify([row?.stage, row?.hears, row?.intervenes]);
    const should = JSON.stringify([model.stage, [...model.hears].sort(), [...model.intervenes].sort()]);
    if (is !== should) this.disagree(`stage and holders are ${is}, the story has ${should}`);
  }

  /** Every viewer, every group of fields: the rows that PostgreSQL shows are those that the first wall's grants name, and the story agrees on what matters most. */
  private async look(): Promise<void> {
    const truths = new Map<string, readonly { key: string; agency_id: string | null }[]>();
    for (const reading of groups)
      truths.set(reading.group, await this.world.database.plant(reading.truth, [this.id]));
    const [header] = await this.world.database.plant<{ stage: Stage; hidden: boolean }>(
      'select stage, hidden from app.situation where id = $1',
      [this.id],
    );
    for (const name of viewers) {
      if (!this.sits(name)) continue;
      const actor = this.world.actors[name];
      const here = !name.startsWith('valley');
      const facts = (await this.facts(actor))?.facts;
      const who: readonly SituationRole[] = facts === undefined ? ['seated'] : situationRolesOf(facts);
      const seen = await this.world.data.as(actor.key, '', (session) => rowsSeen(session, this.id));
      const taker: Taker = {
        persona: name === 'coordinator' || name === 'deputy' ? 'coordinator' : 'rep',
        agency: this.agencyOf(name),
      };
      for (const reading of groups) {
        this.findings.cells++;
        const rows = truths.get(reading.group) ?? [];
        const scope =
          !here || header === undefined || header.hidden
            ? undefined
            : this.wall.scopeOf(reading.group as FieldGroup, header.stage, who);
        this.compare(
          `${name} sees of ${reading.group}`,
          seen.get(reading.group),
          keysOf(rows, scope, taker.agency),
          'the grants',
        );
        if (!here || (reading.group !== 'summary' && reading.group !== 'tier3' && reading.group !== 'tier4'))
          continue;
        const story = this.model.sees(reading.group, taker);
        this.compare(
          `${name} sees of ${reading.group}`,
          seen.get(reading.group),
          keysOf(rows, story === 'nothing' ? undefined : story, taker.agency),
          'the story',
        );
      }
    }
  }

  private compare(what: string, seen: string | undefined, due: string, by: string): void {
    if (seen !== due) this.disagree(`${what}: [${seen ?? 'refused'}], ${by}: [${due}]`);
  }

  private disagree(how: string): void {
    this.findings.disagreements.push(
      `seed ${this.seed}, step ${this.told.length}, ${this.model.stage}, last ${this.told.slice(-3).join(' / ')}: ${how}`,
    );
  }
}

function keysOf(
  rows: readonly { readonly key: string; readonly agency_id: string | null }[],
  scope: 'all' | 'own' | undefined,
  agency: string | null,
): string {
  return rows
    .filter((row) => scope === 'all' || (scope === 'own' && row.agency_id === agency))
    .map(({ key }) => key)
    .sort()
    .join(' ');
}

/** One statement for all groups; a column that a persona may not select at all shows as nothing. */
async function rowsSeen(session: Session, id: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const reading of groups) {
    await session.rows('savepoint asking');
    const rows = await session
      .rows<{ key: string }>(reading.sql ?? '', [id])
      .catch(async (error: unknown) => {
        if ((error as { code?: string }).code !== '42501') throw error;
        await session.rows('rollback to asking');
        return [];
      });
    seen.set(
      reading.group,
      rows
        .map(({ key }) => key)
        .sort()
        .join(' '),
    );
  }
  return seen;
}

function verdict(judged: Attempt): string {
  return judged.allowed ? `to ${judged.to}` : judged.reason;
}

/** What the service looks up before the first wall judges. */
async function checked(session: Session, step: MoveName, request: Request, id: string): Promise<Checked> {
  const { reasons: list }: Move = moves[step];
  const active = (name: string | undefined, code: unknown): Promise<boolean> =>
    name === undefined || typeof code !== 'string' ? Promise.resolve(false) : codeActive(session, name, code);
  return {
    textSafe: true,
    reasonActive: await active(list, request.reason),
    basisActive: await active('legalBasis', request.basis),
    toldActive: await active('told', request.told),
    joinedFound: request.joined !== undefined && (await numberStands(session, request.joined, id)),
  };
}

export function noFindings(): Findings {
  return { cells: 0, allowed: 0, refused: 0, reasons: new Map(), disagreements: [] };
}
