create or replace function app.agency_digest() returns table (week_on date, fresh integer, earlier integer,
    due integer, holds integer, destroyed integer)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('digest.read', 'agency', own, '{}', 'allow');
  return query select d.week_on, d.fresh, d.earlier, jsonb_array_length(d.due) + d.due_more,
    d.holds, d.destroyed
    from app.digest_of(own) d;
end $$;

grant execute on function app.agency_digest() to privacy;
