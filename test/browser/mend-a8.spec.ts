import { expect } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, type Day } from '#domain/days';
import { openMeeting, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { play, setStage } from './stage.js';

/*
 * A day reads the same wherever the browser is. Given: a due day of 2026-10-22 at a table in Toronto read
 * Friday 23 October in Winnipeg.
 * Domain time is 23:30 in Toronto, so that east and west of it other days are today.
 */
const stage = setStage();
const zones = ['America/Winnipeg', 'America/Vancouver', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
const now = '2027-10-20T03:30:00Z'; // 23:30 on Tuesday 19 October
const today = dayOf('2027-10-19');

const written = (day: Day, options: Intl.DateTimeFormatOptions): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  );
};
const full: Intl.DateTimeFormatOptions = { dateStyle: 'long' };

async function setTo(at: string): Promise<void> {
  await stage
    .world()
    .database.plant('update sec.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [at]);
}

play(
  'a due day, given and drawn, is that day on the agenda of every browser',
  async () => {
    const world = stage.world();
    await setTo(now);
    const meeting = await openMeeting(world, ['police', 'school']);
    const drawn = fc.sample(fc.integer({ min: -400, max: 400 }), { numRuns: 6, seed: 8 });
    const days = [
      ...new Set([
        ...[dayOf('2027-10-22'), today, addDays(today, -1), addDays(today, 1)],
        ...drawn.map((n) => addDays(today, n)),
      ]),
    ];
    for (const [place, day] of days.entries())
      await world.database.plant(
        `with s as (insert into app.situation (table_id, year, sequence, stage, opened_month)
         values ($1, 2027, $3::integer + 500, 'intervention', '2027-10-01') returning id)
       insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position, due_on)
         select $1, $2, s.id, 'reportBack', $3, $4 from s`,
        [world.tables.harbour, meeting, place, day],
      );
    for (const timeZone of zones) {
      const { page, context } = await stage.open('deputy', { timeZone });
      await page.goto(`/meetings/${meeting}`);
      const due = page.locator('.agenda time.due');
      await due.nth(days.length - 1).waitFor();
      const seen = await due.evaluateAll((times) =>
        times.map((time) => ({
          day: time.getAttribute('datetime'),
          title: time.getAttribute('title'),
          // Due until its end at the table: today is not overdue anywhere, yesterday is everywhere.
          isOverdue: time.hasAttribute('data-overdue'),
          isToday: (time.textContent ?? '').includes('today'),
        })),
      );
      expect([timeZone, seen]).toEqual([
        timeZone,
        days.map((day) => ({
          day,
          title: written(day, { weekday: 'short', day: 'numeric', month: 'short' }),
          isOverdue: day < today,
          isToday: day === today,
        })),
      ]);
      await context.close();
    }
  },
  240_000,
);

play(
  'days of a conclusion, of a meeting and of a place at the table are the same in every browser',
  async () => {
    const world = stage.world();
    await setTo(now);
    const story = await takeTo(world, 'concluded');
    await world.database.plant('update sec.table_agency set joined_on = $2 where table_id = $1', [
      world.tables.harbour,
      today,
    ]);
    for (const timeZone of zones) {
      const deputy = await stage.open('deputy', { timeZone });
      await deputy.page.goto(`/situations/${story.id}`);
      await deputy.page
        .getByText(
          `Concluded on ${written(today, full)}. It can be corrected until ${written(addDays(today, 30), full)}`,
        )
        .waitFor();
      await deputy.context.close();

      const police = await stage.open('police', { timeZone });
      await police.page.goto('/agency');
      const week = body<{ nextMeetingOn: Day }>(await world.actors.police.get('/week'));
      await police.page
        .getByText(written(week.nextMeetingOn, { weekday: 'long', day: 'numeric', month: 'long' }))
        .first()
        .waitFor();
      await police.context.close();

      const administrator = await stage.open('administrator', { timeZone });
      await administrator.page.goto('/administration/tables');
      await administrator.page
        .getByRole('button', { name: /Table harbour/ })
        .first()
        .click();
      await administrator.page
        .getByText(written(today, { dateStyle: 'medium' }))
        .first()
        .waitFor();
      expect([deputy.faults, police.faults, administrator.faults]).toEqual([[], [], []]);
      await administrator.context.close();
    }
  },
  240_000,
);

play(
  'a seat that is offered until a day ends with that day at its table, wherever the coordinator is',
  async () => {
    const world = stage.world();
    await setTo(now);
    for (const [place, timeZone] of zones.entries()) {
      const name = `newcomer${place}`;
      const newcomer = await world.enter(name, { persona: 'rep', table: 'valley', agency: 'valleyPolice' });
      const [user] = await world.database.plant<{ sign_in_name: string }>(
        'select sign_in_name from sec.app_user where id = $1',
        [newcomer.userId],
      );
      const { page, context } = await stage.open('deputy', { timeZone });
      await page.goto('/administration/seats');
      const form = page.locator('section', { has: page.getByRole('heading', { name: 'Offer a seat' }) });
      await form.getByLabel('Sign-in name').fill(user?.sign_in_name ?? '');
      await form.getByRole('combobox', { name: /Agency/ }).selectOption({ label: 'Agency school' });
      for (const [label, value] of [
        ['Year', '2028'],
        ['Month', '5'],
        ['Day', '1'],
      ] as const)
        await form.getByLabel(label, { exact: true }).fill(value);
      await form.getByRole('button', { name: /Offer/ }).click();
      await page
        .locator('.office-line', { hasText: name })
        .getByText(written(dayOf('2028-05-01'), full))
        .first()
        .waitFor();
      const offers = body<{ rows: { displayName: string; endsOn: string; endsAt: string }[] }>(
        await world.actors.deputy.get('/seat-offers'),
      );
      expect(offers.rows.find(({ displayName }) => displayName === name) ?? offers).toMatchObject({
        endsOn: '2028-05-01',
        endsAt: '2028-05-02T03:59:59.000Z',
      });
      await context.close();
    }
  },
  240_000,
);
