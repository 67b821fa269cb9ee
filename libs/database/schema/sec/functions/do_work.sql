-- One transaction of it. How many were done; a row that is not due any more, or that somebody is at, counts
-- for nothing.
create or replace function sec.do_work(p_kind text, p_table uuid, p_objects uuid[]) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare x uuid; done boolean; n integer := 0;
begin
  foreach x in array p_objects loop
    case p_kind
      when 'returned' then done := app.return_unanswered(p_table, x);
      when 'minimised' then done := app.minimise_exit(p_table, x);
      when 'destroyed' then done := app.destroy_due(p_table, x);
      when 'youth' then done := app.destroy_youth_item(p_table, x);
      when 'refused' then done := sec.append_refusal_of(p_table, x);
      when 'digested' then done := app.write_digest(x);
      when 'lapsed' then done := app.settle_lapsed(x);
      when 'keptseat' then done := sec.keep_administrator(x);
      when 'vacancies' then done := app.settle_filled(p_table, x);
      when 'tasks' then done := app.tell_due_task(p_table, x);
      when 'holidays' then done := sec.tell_of_holidays(p_table);
      when 'gathered' then done := sec.gather_email(x);
    end case;
    if done then n := n + 1; end if;
  end loop;
  perform sec.work_done(p_kind, p_table, p_objects);
  return n;
end $$;

grant execute on function sec.do_work(text, uuid, uuid[]) to job;
