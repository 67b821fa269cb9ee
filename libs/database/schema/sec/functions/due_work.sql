create or replace function sec.due_work(p_kind text, p_skip uuid[],
    p_limit integer) returns table (table_id uuid, object_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  case p_kind
    when 'returned' then return query select d.table_id, d.object_id from app.unanswered(p_skip, p_limit) d;
    when 'minimised' then return query select d.table_id, d.object_id
      from app.exits_to_minimise(p_skip, p_limit) d;
    when 'destroyed' then return query select d.table_id, d.object_id
      from app.due_to_destroy(p_skip, p_limit) d;
    when 'youth' then return query select d.table_id, d.object_id from app.youth_items_due(p_skip, p_limit) d;
    when 'refused' then return query select d.table_id, d.object_id
      from sec.refusals_to_append(p_skip, p_limit) d;
    when 'digested' then return query select d.table_id, d.object_id from app.digests_due(p_skip, p_limit) d;
    when 'lapsed' then return query select d.table_id, d.object_id from app.lapsed_seats(p_skip, p_limit) d;
    when 'keptseat' then return query select d.table_id, d.object_id
      from sec.administrators_to_keep(p_skip, p_limit) d;
    when 'vacancies' then return query select d.table_id, d.object_id
      from app.vacancies_filled(p_skip, p_limit) d;
    when 'tasks' then return query select d.table_id, d.object_id from app.tasks_due(p_skip, p_limit) d;
    when 'holidays' then return query select d.table_id, d.object_id
      from sec.holidays_to_tell(p_skip, p_limit) d;
    when 'gathered' then return query select d.table_id, d.object_id
      from sec.emails_to_gather(p_skip, p_limit) d;
  end case;
end $$;

grant execute on function sec.due_work(text, uuid[], integer) to job;
