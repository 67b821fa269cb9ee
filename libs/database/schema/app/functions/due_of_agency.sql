-- ---------------------------------------------------------------- the digest
-- Counted when it is asked for. What is due is what the agency brought and nobody holds: thirty days before,
-- as the officer is promised.
-- What an agency brought and falls due within so many days, by index and at most so many.
create or replace function app.due_of_agency(p_agency uuid, p_days integer,
    p_limit integer) returns table (table_id uuid, situation_id uuid, number text, concluded_on date,
    destroy_on date,
  sealed boolean, held boolean) language sql volatile security definer set search_path = pg_catalog as $$
  select c.table_id, c.situation_id, s.number, c.concluded_on, c.destroy_on, w.sealed_at is not null,
    app.is_held(c.table_id, c.situation_id)
    from app.conclusion c join app.situation s on s.table_id = c.table_id and s.id = c.situation_id
      and s.stage = 'concluded'
    join app.workflow w on w.table_id = c.table_id and w.situation_id = c.situation_id
   where c.origin_agency_id = p_agency
     and c.destroy_on <= (select case when p_days is null then date 'infinity'
         else (sec.domain_now() at time zone 'UTC')::date + 1 + p_days end)
     and (p_days is null or c.destroy_on <= sec.today(c.table_id) + p_days)
   order by c.destroy_on, c.situation_id limit p_limit $$;
