import { body } from '../world/world.js';
import { viewers, type Told } from './looking.js';
import type { Tour } from './playing.js';

const day = 24 * 60;
const of = `status = 'concluded' and type = 'person' and age_band = '12-17' and sex = 'female' and conclusion_group = 'overall-risk-lowered' and year = $1`;

interface Figures {
  cells: { by: string | null; and?: string | null; records: number }[];
  remainder: number;
  total: number;
}

async function alike(tour: Tour, year: number): Promise<number> {
  const [row] = await tour.demo.database.plant<{ n: number }>(
    `select count(*)::int as n from stats.sealed_record where ${of}`,
    [year],
  );
  return row?.n ?? 0;
}

/** The window passes, the situation is sealed, its year is cut, and two people let an export out. */
export async function playFigures(tour: Tour, told: Told): Promise<void> {
  const who = tour.viewers('police', 'childservices', 'deputy');
  const year = (await tour.demo.now(tour.guests.administrator)).getUTCFullYear();
  const before = await alike(tour, year);
  await tour.advance(38 * day);
  const [workflow] = await tour.demo.database.plant<{ sealed: boolean }>(
    'select sealed_at is not null as sealed from app.workflow where situation_id = $1',
    [told.id],
  );
  if (workflow?.sealed !== true)
    tour.fail(['the correction window has passed and the situation is not sealed']);
  const after = await alike(tour, year);
  if (after !== before + 1)
    tour.fail([`sealing made ${after - before} outcome records like the tour’s situation, not one`]);
  const late = await tour
    .as('deputy')
    .post(`/situations/${told.id}/moves/reopen`, {}, { ifMatch: told.version });
  if (late.status !== 409) tour.fail([`a sealed situation could be reopened (${late.status})`]);
  await tour.step(
    'The correction window is over: sealed on a Sunday night. An outcome record without a link back is written; nothing reopens it',
    who,
    told,
    { stage: 6 },
  );

  await tour.advanceTo(new Date(Date.UTC(year + 1, 1, 9, 14)));
  await cutAndExport(tour, told, year, after);
}

async function cutAndExport(tour: Tour, told: Told, year: number, inClass: number): Promise<void> {
  tour.tell('', `The year ${year} is cut: once, stored, the same for everybody who may read it`);
  // Signed in afresh: an export wants a proof of the last five minutes.
  const auditor = await tour.demo.signIn('auditor');
  const years = await auditor.actor.get('/statistics/across-tables/years');
  const own = (years.body as { year: number; withheld: boolean }[]).find((each) => each.year === year);
  if (own === undefined) return tour.fail([`the year ${year} was not cut`]);
  const refused: string[] = [];
  const seven = tour.viewers('police', 'childservices', 'deputy');
  for (const viewer of viewers) {
    const { status } = await seven[viewer].actor.get(
      `/statistics/across-tables/figures?year=${year}&by=ageBand&and=sex`,
    );
    refused.push(`${viewer} ${status}`);
    if ((status === 403) === (viewer === 'auditor'))
      tour.fail([`${viewer} is answered ${status} when asking for figures across tables (matrix, row 31)`]);
  }
  tour.tell(`  figures across tables: ${refused.join(', ')}`);
  if (own.withheld) {
    tour.tell(
      `  ${year} has fewer than 11 records in all, so nothing of it is shown to anybody. (The demo’s past ends with 2026: a second tour plays in a year that holds little but itself.)`,
    );
    return;
  }
  const figures = body<Figures>(
    await auditor.actor.get(`/statistics/across-tables/figures?year=${year}&by=ageBand&and=sex`),
  );
  for (const { records, by, and } of figures.cells)
    if (records < 11) tour.fail([`the figure for ${by} ${and} is ${records}, below 11`]);
  if (figures.remainder > 0 && figures.remainder < 11)
    tour.fail([`the remainder is ${figures.remainder}, below 11`]);
  tour.tell(
    `  ${'age band'.padEnd(10)}${'sex'.padEnd(10)}records`,
    ...figures.cells.map(
      ({ by, and, records }) =>
        `  ${(by ?? '–').padEnd(10)}${(and ?? '–').padEnd(10)}${String(records).padStart(7)}`,
    ),
    `  ${'all others'.padEnd(20)}${String(figures.remainder).padStart(7)}`,
    `  ${'together'.padEnd(20)}${String(figures.total).padStart(7)}`,
  );

  const { id } = body<{ id: string }>(await auditor.actor.post('/statistics/exports', { year }));
  const alone = await auditor.actor.post(`/statistics/exports/${id}/approve`);
  if (alone.status !== 409) tour.fail([`an auditor could approve the own export (${alone.status})`]);
  const second = await tour.demo.signIn('police-privacy');
  body(await second.actor.post(`/statistics/exports/${id}/approve`));
  const file = await auditor.actor.get(`/statistics/exports/${id}/records.csv`);
  const manifest = await auditor.actor.get(`/statistics/exports/${id}/manifest`);
  tour.received.get('auditor')?.push(file.text, manifest.text, years.text, JSON.stringify(figures));
  const lines = file.text.trim().split(/\r?\n/);
  const same = lines.filter(
    (line) => line.includes('12-17') && line.includes('female') && line.includes('overall-risk-lowered'),
  );
  tour.tell(
    '',
    `The auditor asks for an export, a privacy officer approves it (the auditor alone: ${alone.status}). ${lines.length - 1} lines; the first of those like the tour’s person:`,
    `  ${lines[0]}`,
    `  ${same[0] ?? 'none'}`,
    `  … ${same.length} such lines. One of them is the tour’s, and nobody can say which.`,
  );
  if (same.length !== inClass || same.length < 11)
    tour.fail([
      `the export has ${same.length} records like the tour’s situation; ${inClass} were sealed, and at least 11 must stand together`,
    ]);
  for (const word of [told.id, told.number])
    if (file.text.includes(word) || manifest.text.includes(word)) tour.fail([`the export holds ${word}`]);
}
