-- The lists. Of what the agency brought: what is concluded and when it falls due; what stands as a hold; what
-- was asked; what is gone.
create or replace function app.agency_retention(p_days integer, p_after_on date, p_after_id uuid,
    p_limit integer)
returns table (table_id uuid, situation_id uuid, number text, concluded_on date, destroy_on date,
    sealed boolean, held boolean, early_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('retention.list', 'agency', own, '{}', 'allow');
  return query select d.table_id, d.situation_id, d.number, d.concluded_on, d.destroy_on, d.sealed, d.held,
    e.id
    from app.due_within(p_days) d left join app.early_destruction e on e.table_id = d.table_id
      and e.situation_id = d.situation_id
    where d.agency_id = own
      and (p_after_id is null or (d.destroy_on, d.situation_id) > (p_after_on, p_after_id))
    order by d.destroy_on, d.situation_id limit p_limit;
end $$;

grant execute on function app.agency_retention(integer, date, uuid, integer) to privacy;
