-- The tables after a place where an agency has accepted a part: each is found by one look into the index,
-- however many parts it has.
create or replace function app.tables_to_remind(p_after uuid, p_limit integer) returns table (table_id uuid)
  language sql volatile security definer set search_path = pg_catalog as $$
  with recursive found as (
    (select a.table_id, 1 as place from app.assignment a where a.state in ('asked', 'accepted')
        and (p_after is null or a.table_id > p_after) order by a.table_id limit 1)
    union all
    select (select a.table_id from app.assignment a where a.state in ('asked', 'accepted')
        and a.table_id > found.table_id order by a.table_id limit 1), found.place + 1
      from found where found.table_id is not null and found.place < p_limit)
  select found.table_id from found where found.table_id is not null order by 1 $$;

grant execute on function app.tables_to_remind(uuid, integer) to job;
