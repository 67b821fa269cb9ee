import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';
import {
  Cell,
  cellStages,
  done,
  endings,
  install,
  roles,
  type CellStage,
  type Ending,
  type Installation,
  type Role,
  type Told,
} from './a5-cell.js';

/*
 * A role ends while work hangs on it. Each of the 150 cells (a stage, a way in which the role ends, the role)
 * must come to its end by calls of the API alone: the situation in a last stage, or the role with somebody
 * else. All 150 take minutes and run with SITUATION_TABLE_TESTS=full; otherwise every seventh is tried,
 * beginning at another one each day.
 */
const full = process.env['SITUATION_TABLE_TESTS'] === 'full';
const all: readonly (readonly [CellStage, Ending, Role])[] = cellStages.flatMap((stage) =>
  endings.flatMap((how) => roles.map((role) => [stage, how, role] as const)),
);
const every = 7;
const today = Math.floor(Date.now() / 86_400_000) % every;
const tried = full ? all : all.filter((_, index) => index % every === today);

const over = ['concluded', 'returned', 'rejected', 'withdrawn'];
const withdrawal = { reason: 'ownMeans' };

let world: EmptyWorld;
let installation: Installation;
beforeAll(async () => {
  world = await createEmptyWorld();
  installation = await install(world);
});
afterAll(async () => {
  console.log(world.log.filter((l) => l.includes('500') || l.includes('rror')).join('\n'));
  await world.close();
});

const handOver = (tasks: readonly Told[], cell: Cell, role: string): Told | undefined =>
  tasks.find((task) => task.kind === 'handOver' && task.situationId === cell.situation && task.role === role);

/** The coordinator brings it to its last stage in the ordinary way. */
async function finish(cell: Cell, coordinator = 'coordinator'): Promise<void> {
  if (over.includes(cell.stage)) return;
  if (cell.situation === '') {
    done(await cell.person('brings').delete(`/screenings/${cell.screening}`, { ifMatch: '"v1"' }));
    cell.stage = 'dropped';
    return;
  }
  done(
    cell.stage === 'deidentified'
      ? await cell.move(coordinator, 'send-back', { reason: 'moreInformation' })
      : await cell.conclude(coordinator),
  );
}

/** The agency that brought it has nobody: each way out is tried, one after the other over the cells. */
async function originatorGone(cell: Cell, stage: CellStage, how: Ending): Promise<void> {
  if (stage === 'screening') {
    // Nobody else ever knew of it. With the agency it is gone; otherwise somebody else of the agency has it.
    if (how === 'agencyEnded') {
      expect(await count(cell, 'app.screening')).toBe(0);
      return;
    }
    if (how === 'agencyLeft') await cell.place('brings');
    const next = await cell.seated('next', 'rep', 'brings');
    expect(JSON.stringify(done(await next.get('/screenings')))).toContain(cell.screening);
    return;
  }
  if (stage === 'concluded') return;
  const task = handOver(await cell.tasks('coordinator'), cell, 'originating');
  expect(task).toMatchObject({ due: false, agency: { id: cell.agency('brings') }, because: how });
  const early = await cell.move('coordinator', 'withdraw-on-behalf', withdrawal);
  expect([early.status, early.body['code']]).toEqual([409, 'move.originatorGone']);
  if (how !== 'agencyEnded')
    expect(handOver(await cell.tasks('brings-officer'), cell, 'originating')).toMatchObject({ id: task!.id });
  const way = { seatEnded: 'seat', userDisabled: 'officer', agencyLeft: 'officer', agencyEnded: 'coordinator', seatExpired: 'coordinator' }[how]; // prettier-ignore
  if (way === 'seat') {
    await cell.seated('next', 'rep', 'brings');
    done(await cell.move('next', 'withdraw', withdrawal));
  } else if (way === 'officer') {
    await cell.freshProofs();
    done(await cell.person('brings-officer').post(`/tasks/${task!.id}/hand-back`, withdrawal));
    cell.stage = stage === 'deidentified' ? 'withdrawn' : 'concluded';
  } else {
    await cell.until(task!.dueAt!);
    done(await cell.move('coordinator', 'withdraw-on-behalf', withdrawal));
  }
}

/** The lead or an assisting agency has nobody: another agency takes its role over. */
async function roleGone(
  cell: Cell,
  stage: CellStage,
  how: Ending,
  role: 'lead' | 'assisting',
): Promise<void> {
  if (stage !== 'planning' && stage !== 'intervention') return;
  const from = cell.agency(role === 'lead' ? 'leads' : 'assists');
  const officer = `${role === 'lead' ? 'leads' : 'assists'}-officer`;
  const task = handOver(await cell.tasks('coordinator'), cell, role);
  expect(task).toMatchObject({ due: false, agency: { id: from }, because: how });
  if (how !== 'agencyEnded') expect(handOver(await cell.tasks(officer), cell, role)?.id).toBe(task!.id);
  const early = await cell.move('coordinator', 'reassign', { from, agency: cell.agency('spare') });
  expect([early.status, early.body['code']]).toEqual([409, 'move.roleHandedOver']);
  if (role === 'lead' && stage === 'intervention' && how === 'userDisabled') {
    // An assisting agency need not wait for the business days.
    done(await cell.move('assists', 'take-over-lead'));
    done(await cell.move('coordinator', 'confirm-lead'));
  } else if (how === 'seatEnded') {
    await cell.seated('next', 'rep', role === 'lead' ? 'leads' : 'assists');
    done(await cell.person('next').post(`/tasks/${task!.id}/take-over`));
    if (stage === 'planning' && role === 'lead')
      done(await cell.move('next', 'accept-assignment', { basis: 'mfippa32h' }));
  } else if (how === 'agencyLeft') {
    await cell.freshProofs();
    // The officer gives it back, so that nobody waits.
    done(await cell.person(officer).post(`/tasks/${task!.id}/hand-back`, { reason: 'capacity' }));
    if (role === 'lead') await spareTakesOver(cell, from);
  } else {
    await cell.until(task!.dueAt!);
    if (role === 'assisting' && how === 'seatExpired')
      done(await cell.move('coordinator', 'end-role', { from }));
    else await spareTakesOver(cell, from);
  }
  expect(handOver(await cell.tasks('coordinator'), cell, role)).toBeUndefined();
}

async function spareTakesOver(cell: Cell, from: string): Promise<void> {
  done(await cell.move('coordinator', 'reassign', { from, agency: cell.agency('spare') }));
  done(await cell.move('spare', 'accept-assignment', { basis: 'mfippa32h' }));
}

async function coordinatorGone(cell: Cell, how: Ending): Promise<string> {
  // The employer's leaving the table ends no coordinator's seat.
  if (how === 'agencyLeft') return 'coordinator';
  expect(await cell.notices(cell.administrator)).toContain('task.coordinatorMissing');
  expect((await cell.tasks('spare-officer')).map(({ kind }) => kind)).toContain('coordinatorMissing');
  await cell.seated('new-coordinator', 'coordinator', 'spare');
  expect((await cell.tasks('spare-officer')).map(({ kind }) => kind)).not.toContain('coordinatorMissing');
  return 'new-coordinator';
}

async function officerGone(cell: Cell, how: Ending): Promise<void> {
  // It sits at no table; and of an agency that has ended nobody answers any more.
  if (how === 'agencyLeft' || how === 'agencyEnded') return;
  expect((await cell.tasks('coordinator')).map(({ kind }) => kind)).toContain('officerMissing');
  expect(await cell.notices(cell.administrator)).toContain('task.officerMissing');
  const officer = await cell.seatedOfficer('new-officer', 'brings');
  expect((await officer.get('/tasks')).status).toBe(200);
  expect((await cell.tasks('coordinator')).map(({ kind }) => kind)).not.toContain('officerMissing');
}

async function count(cell: Cell, table: string): Promise<number> {
  const [row] = await world.database.plant<{ n: number }>(
    `select count(*)::int as n from ${table} where table_id = $1`,
    [cell.table],
  );
  return row!.n;
}

describe('a role ends while work hangs on it', () => {
  it.each(tried)('%s, %s, %s', async (stage, how, role) => {
    const cell = await Cell.at(installation, stage);
    await cell.end(role, how);
    let coordinator = 'coordinator';
    if (role === 'originator') await originatorGone(cell, stage, how);
    if (role === 'lead') await roleGone(cell, stage, how, 'lead');
    if (role === 'assisting') await roleGone(cell, stage, how, 'assisting');
    if (role === 'lastCoordinator') coordinator = await coordinatorGone(cell, how);
    if (role === 'onlyOfficer') await officerGone(cell, how);
    const heldByAnother =
      stage === 'screening' && (role === 'originator' || how === 'agencyEnded' || how === 'agencyLeft');
    if (!heldByAnother) await finish(cell, coordinator);
    if (cell.situation === '') return;
    expect(over).toContain(cell.stage);
    expect(
      (await cell.tasks(coordinator)).filter(({ situationId }) => situationId === cell.situation),
    ).toEqual([]);
  });
});
