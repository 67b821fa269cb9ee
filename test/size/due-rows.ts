import type { TestDatabase } from '#testing';

/** Where rows are planted: a table, an agency of it and a user. */
export interface Place {
  readonly database: TestDatabase;
  readonly table: string;
  readonly agency: string;
  readonly user: string;
}

/**
 * Situations of a table, as far as every stage has them; numbers go on after those that are there. Resolves
 * with their ids.
 */
export async function plantSituations(
  { database, table, agency, user }: Place,
  stage: string,
  n: number,
  hidden = false,
): Promise<string[]> {
  const rows = await database.plant<{ id: string }>(
    `insert into app.situation (table_id, year, sequence, stage, hidden, opened_month)
    select $1, 2024, (select coalesce(max(s.sequence), 0) from app.situation s where s.table_id = $1 and s.year = 2024) + g, $2, $4, '2024-03-01'
    from generate_series(1, $3::int) g returning id`,
    [table, stage, n, hidden],
  );
  const ids = rows.map(({ id }) => id);
  const each = 'unnest($2::uuid[]) x(id)';
  for (const statement of [
    `insert into app.situation_origin (table_id, situation_id, agency_id) select $1, x.id, '${agency}' from ${each}`,
    `insert into app.situation_author (table_id, situation_id, user_id) select $1, x.id, '${user}' from ${each}`,
    `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select $1, x.id, 'person', '12-17', 'female', '{alcohol.alcohol-abuse-by-person}' from ${each}`,
    `insert into app.tier2_text (table_id, situation_id, summary, guard_version) select $1, x.id, '\\x01', 1 from ${each}`,
    `insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select $1, x.id, t, '\\x02', 'planted' from ${each}, unnest(array[2, 3, 4]) t`,
  ])
    await database.plant(statement, [table, ids]);
  return ids;
}

/** What happened once that was due of each kind, told by the audit. */
export const events = {
  destroyed: 'situation.destroy',
  minimised: 'situation.minimise',
  returned: 'situation.returnUnanswered',
  youth: 'youthItem.destroy',
} as const;
export type PlantedKind = keyof typeof events;

/** Rows of one kind that are due now. Resolves with the ids of their situations. */
export async function plantDue(place: Place, kind: PlantedKind, n: number): Promise<string[]> {
  const { database, table, agency, user } = place;
  const each = 'unnest($2::uuid[]) x(id)';
  const stages = {
    destroyed: 'concluded',
    minimised: 'rejected',
    returned: 'planning',
    youth: 'intervention',
  };
  const ids = await plantSituations(place, stages[kind], n, kind === 'minimised');
  const left =
    kind === 'destroyed'
      ? `sec.domain_now() - interval '500 days', '2024-06-02 07:00+00', '2024-06-02 07:00+00'`
      : kind === 'minimised'
        ? `sec.domain_now() - interval '11 minutes', null, null`
        : 'null, null, null';
  await database.plant(
    `insert into app.workflow (table_id, situation_id, brought_at, left_at, sealing_at, sealed_at) select $1, x.id, sec.domain_now() - interval '600 days', ${left} from ${each}`,
    [table, ids],
  );
  const more: Readonly<Record<PlantedKind, string>> = {
    destroyed: `insert into app.conclusion (table_id, situation_id, reason, told, concluded_on, seal_after, destroy_after)
      select $1, x.id, 'connected.engaged', 'yes', (sec.domain_now() - interval '500 days')::date, (sec.domain_now() - interval '470 days')::date, (sec.domain_now() - interval '2 days')::date from ${each}`,
    minimised: `insert into app.exit (table_id, situation_id, kind, type, reason) select $1, x.id, 'rejected', 'person', 'notAcute' from ${each}`,
    returned: `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, contact_due_at)
      select $1, x.id, '${agency}', 'lead', 'asked', sec.domain_now() - interval '13 hours', sec.domain_now() + interval '1 day' from ${each}`,
    youth: `insert into app.youth_item (table_id, situation_id, agency_id, written_by, content, wrapped_key, epoch_id, destroy_at)
      select $1, x.id, '${agency}', '${user}', '\\x01', '\\x02', 'planted', sec.domain_now() - interval '1 hour' from ${each}`,
  };
  await database.plant(more[kind], [table, ids]);
  return ids;
}
