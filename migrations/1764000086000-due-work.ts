import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each kind of scheduled work: the function that lists what is due, and the one that does a row of it. */
const kinds = [
  ['returned', 'app.unanswered', 'app.return_unanswered(p_table, x)'],
  ['minimised', 'app.exits_to_minimise', 'app.minimise_exit(p_table, x)'],
  ['destroyed', 'app.due_to_destroy', 'app.destroy_due(p_table, x)'],
  ['youth', 'app.youth_items_due', 'app.destroy_youth_item(p_table, x)'],
  ['refused', 'sec.refusals_to_append', 'sec.append_refusal_of(p_table, x)'],
  ['digested', 'app.digests_due', 'app.write_digest(x)'],
  ['lapsed', 'app.lapsed_seats', 'app.settle_lapsed(x)'],
  ['keptseat', 'sec.administrators_to_keep', 'sec.keep_administrator(x)'],
  ['vacancies', 'app.vacancies_filled', 'app.settle_filled(p_table, x)'],
  ['tasks', 'app.tasks_due', 'app.tell_due_task(p_table, x)'],
  ['holidays', 'sec.holidays_to_tell', 'sec.tell_of_holidays(p_table)'],
  ['gathered', 'sec.letters_to_gather', 'sec.gather_letter(x)'],
] as const;

/**
 * What is due happens: listed by index, oldest first, done in small transactions by table. The program decides how many rows go together and
 * tries them one by one where they fail together; what is due and what is done is decided here.
 */
export class DueWork1764000086000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function sec.due_work(p_kind text, p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  case p_kind
${kinds.map(([kind, due]) => `    when '${kind}' then return query select d.table_id, d.object_id from ${due}(p_skip, p_limit) d;`).join('\n')}
  end case;
end $$;
-- One transaction of it. How many were done; a row that is not due any more, or that somebody is at, counts for nothing.
create function sec.do_work(p_kind text, p_table uuid, p_objects uuid[]) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare x uuid; done boolean; n integer := 0;
begin
  foreach x in array p_objects loop
    case p_kind
${kinds.map(([kind, , work]) => `      when '${kind}' then done := ${work};`).join('\n')}
    end case;
    if done then n := n + 1; end if;
  end loop;
  perform sec.work_done(p_kind, p_table, p_objects);
  return n;
end $$;
grant execute on function sec.due_work(text, uuid[], integer), sec.do_work(text, uuid, uuid[]) to job;

-- What should have happened and did not, and since when; by index, and empty while all is well. Counts nothing: a date is enough to act on.
create function sec.overdue() returns table (what text, since timestamptz) language plpgsql volatile security definer set search_path = pg_catalog as $$
declare now_at timestamptz := sec.domain_now(); wall_at timestamptz := clock_timestamp(); begun timestamptz; data_at timestamptz; keys_at timestamptz;
begin
  select min(u.created_at) into begun from sec.app_user u;
  select max(b.taken_at) filter (where b.kind = 'data'), max(b.taken_at) filter (where b.kind = 'keys') into data_at, keys_at from sec.backup_run b;
  return query
    select 'destruction', min(d.at) from (select (c.destroy_on + 1)::timestamp at time zone 'UTC' as at from app.conclusion c
        join app.workflow w on w.table_id = c.table_id and w.situation_id = c.situation_id and w.sealed_at is not null
       where c.destroy_on < (now_at at time zone 'UTC')::date - 1 and not app.is_held(c.table_id, c.situation_id) order by c.destroy_on limit 1) d having min(d.at) is not null
    union all select 'seal', min(greatest(g.next_at, t.created_at)) from app.sealing g join sec.situation_table t on t.id = g.table_id
       where g.next_at < now_at - interval '1 hour' and t.created_at < now_at - interval '1 hour' having count(*) > 0
    union all select 'digest', min(g.next_at) from sec.digest g where g.next_at < now_at - interval '1 hour' having count(*) > 0
    union all select 'backup', coalesce(data_at, begun) + interval '36 hours' where coalesce(data_at, begun) < wall_at - interval '36 hours'
    -- Of no use once the epoch that it was wrapped under is destroyed.
    union all select 'keyDump', case when keys_at < wall_at - interval '8 days' then keys_at + interval '8 days' else min(r.destroyed_at) end
       from sec.retired_epoch r where r.destroyed_at > keys_at having keys_at < wall_at - interval '8 days' or count(*) > 0
    union all select 'checkpoint', coalesce(k.made_at, begun) + interval '30 minutes' from (select 1) one left join audit.checkpoint k on true
       where coalesce(k.made_at, begun) < wall_at - interval '30 minutes'
    union all select 'parked', min(s.parked_at) from sec.stuck s where s.parked_at is not null having count(*) > 0;
end $$;
grant execute on function sec.overdue() to job, administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
