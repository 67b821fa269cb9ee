import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is woken by an action of a table's chain. Whatever is not declared here wakes nobody and is in no count: a new action says for
 * itself who reads what it changes. test/mend/b2-*.spec.ts plays each and compares who was woken with whose answers changed.
 */
const wakes = {
  /** Every seat reads what these change: the list, the card, the week, the meeting, the table itself. */
  table: [
    ...[
      'bringToTable',
      'bringOnBehalf',
      'confirmOnBehalf',
      'recordRisk',
      'takeBackRisk',
      'reject',
      'sendBack',
    ],
    ...['undo', 'withdraw', 'releaseIdentifiers', 'releaseAgain', 'closeRound', 'assign', 'assignAgain'],
    ...[
      'acceptAssignment',
      'declineAssignment',
      'addAssisting',
      'leaveAssignment',
      'proposeLead',
      'confirmLead',
    ],
    ...['proposeConclusion', 'conclude', 'correctConclusion', 'reopen'],
    ...['takeOverLead', 'reassign', 'endPart', 'withdrawOnBehalf', 'handBack'],
    ...['agencyLeft', 'returnUnanswered', 'minimise', 'destroy', 'forgetAgain'],
  ]
    .map((move) => `situation.${move}`)
    .concat(
      ['tier2.update', 'summary.update', 'person.insert', 'person.update', 'note.insert'],
      ['reportBack.insert', 'service.insert', 'gap.insert'],
      ['meeting.convene', 'meeting.reschedule', 'meeting.callOff', 'meeting.begin', 'meeting.close'],
      [
        'meeting.plan',
        'meeting.restore',
        'meeting.attendance',
        'meeting.note',
        'meeting.putCard',
        'projector.shade',
      ],
      [
        'table.place',
        'table.remove',
        'table.changed',
        'table.applySettings',
        'table.confirmList',
        'table.found',
      ],
      ['seat.approve', 'seat.end', 'seat.renew'],
    ),
  coordinator: [
    ...['destruction.ask', 'destruction.withdraw', 'destruction.approve', 'opening.ask', 'opening.approve'],
    ...[
      'seat.offer',
      'seat.refuse',
      'seat.offerRenewal',
      'table.askJoining',
      'joining.sayYes',
      'joining.refuse',
    ],
    ...['table.proposeSettings', 'table.approveSettings', 'table.withdrawSettings'],
  ],
  /** The agency that did it. */
  agency: ['screening.insert', 'screening.update', 'screening.drop'],
  coordinatorAndAgency: ['situation.answer'],
  tier3: ['tier3.insert', 'tier3.update'],
  /** What an agency wrote for those who intervene; it reads its own. */
  tier4: ['tier4.insert', 'tier4.update', 'safetyNote.insert', 'consentDetail.insert'],
  intervening: ['plan.insert', 'plan.update', 'reportBackDetail.insert'],
  consent: ['consent.insert'],
  /** The agency that came late, and who reads the ledger. */
  latecomer: ['disclosure.latecomer'],
  hold: ['hold.set', 'hold.lift'],
  /** The persons that a youth-justice item names. */
  named: ['youthItem.write'],
  /** Those whom a task is for. */
  task: ['task.begin', 'task.end'],
  nobody: [
    ...['youthItem.destroy', 'hold.ask', 'hold.refuse', 'review.signOff', 'table.begin', 'table.seal'],
    ...['projector.pair', 'projector.end', 'change.refused'],
    // Openings: what they change is the audit alone.
    ...[
      'screening.open',
      'tier.open',
      'tier.list',
      'youthItem.open',
      'projector.card',
      'audit.read',
      'reading.refused',
    ],
  ],
} as const;

/** In no count either: the coordinator may not know that there is one, or it is about what only privacy officers see. */
const uncounted = [
  ...['screening.', 'youthItem.', 'review.', 'opening.'].map((group) => `${group}%`),
  ...['hold.ask', 'hold.refuse', 'table.begin', 'table.seal'],
];

const rows = Object.entries(wakes).flatMap(([whom, actions]) =>
  (actions as readonly string[]).map((action) => `('${action}', '${whom}')`),
);

/** What changed at a table since a place in its chain, as far as this viewer may notice: ids alone; what is in them is read under the viewer's own rights. */
export class Live1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit.action (
  name text constraint action_pkey primary key,
  wakes text not null default 'nobody' constraint action_wakes
    check (wakes in (${Object.keys(wakes)
      .map((whom) => `'${whom}'`)
      .join(', ')})),
  counted boolean not null default false
);
alter table audit.action enable row level security; alter table audit.action force row level security;
create policy action_owner on audit.action to owner using (true) with check (true);
insert into audit.action (name, wakes, counted)
select d.name, d.wakes, not (d.name like any (array[${uncounted.map((name) => `'${name}'`).join(', ')}]))
  from (values ${rows.join(', ')}) d (name, wakes);

create function app.chain_end() returns bigint language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  return coalesce((select head.seq from audit.head where head.chain = c.table_id), 0);
end $$;

create function app.holds_tier(c sec.ctx_t, p_situation uuid, p_tier smallint) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.disclosure d where d.table_id = c.table_id and d.situation_id = p_situation and d.agency_id = c.agency_id and d.tier = p_tier and d.revoked_at is null) $$;

-- Who intervenes, and so reads a hold: an agency with an accepted part, while the situation is under way.
create function app.intervenes(c sec.ctx_t, p_situation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.assignment a join app.situation s on s.table_id = a.table_id and s.id = a.situation_id
     where a.table_id = c.table_id and a.situation_id = p_situation and a.agency_id = c.agency_id and a.state = 'accepted'
       and s.stage in ('planning', 'intervention')) $$;

-- The persons named for a youth-justice item (row 19); in plpgsql, since the items' tables are made later.
create function app.named_in(c sec.ctx_t, e audit.event) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin return c.persona = 'rep' and app.named_for(e.object_id, (e.detail::jsonb ->> 'item')::uuid); end $$;

create function app.is_task_for(c sec.ctx_t, p_task uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.task t where t.table_id = c.table_id and t.id = p_task
    and c.persona = any (t.receivers) and (c.persona = 'coordinator' or t.agency_id = c.agency_id));
end $$;

-- An event wakes those whose answers it changes and nobody else. An action that is not declared wakes nobody.
create function app.notices(c sec.ctx_t, e audit.event) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case coalesce((select action.wakes from audit.action where action.name = e.action), 'nobody')
    when 'table' then true
    when 'coordinator' then c.persona = 'coordinator'
    when 'agency' then e.agency = c.agency_id
    when 'coordinatorAndAgency' then c.persona = 'coordinator' or e.agency = c.agency_id
    when 'tier3' then c.persona = 'rep'
      and (app.originated_here(e.object_id) or app.holds_tier(c, e.object_id, 3::smallint))
    when 'tier4' then c.persona = 'rep' and (app.holds_tier(c, e.object_id, 4::smallint)
      or (e.agency = c.agency_id and app.originated_here(e.object_id)))
    when 'intervening' then c.persona = 'rep' and app.holds_tier(c, e.object_id, 4::smallint)
    when 'consent' then c.persona = 'coordinator' or app.holds_tier(c, e.object_id, 4::smallint)
      or (e.agency = c.agency_id and app.originated_here(e.object_id))
    when 'latecomer' then c.persona = 'coordinator' or app.originated_here(e.object_id)
      or c.agency_id = (e.detail::jsonb ->> 'agency')::uuid
    when 'hold' then c.persona = 'coordinator' or app.intervenes(c, e.object_id)
    when 'named' then app.named_in(c, e)
    when 'task' then app.is_task_for(c, e.object_id)
    else false end $$;

-- After a place, up to another: the caller goes on from there until it is at the chain's end, so that nothing is cut off.
create function app.changed_since(p_seq bigint, p_until bigint) returns table (seq bigint, kind text, id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); from_us bigint;
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  -- What a stream asks for is nearly always of this month: the other partitions need not be opened.
  select case when p_seq + 1 >= head.since then head.from_us else 0 end into from_us from audit.head where head.chain = c.table_id;
  return query
    select max(e.seq), e.object_type, e.object_id from audit.event e
     where e.chain = c.table_id and e.at_us >= from_us and e.seq > p_seq and e.seq <= p_until
       and audit.changes(e.action) and app.notices(c, e)
     group by 2, 3 order by 1;
end $$;
grant execute on function app.chain_end(), app.changed_since(bigint, bigint) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
