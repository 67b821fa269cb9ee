-- The tables whose time has come, without those to skip: one that was reminded has its next time ahead of it.
create or replace function app.tables_to_remind(p_skip uuid[], p_limit integer) returns table (table_id uuid)
  language sql volatile security definer set search_path = pg_catalog as $$
  select r.table_id from app.reminder r
    where r.next_at <= (select sec.domain_now()) and r.table_id <> all (p_skip)
      and not sec.waits('reminded', r.table_id, r.table_id)
    order by r.next_at, r.table_id limit p_limit $$;

grant execute on function app.tables_to_remind(uuid[], integer) to job;
