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
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
