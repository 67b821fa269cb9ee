-- The epochs that nothing can be stored under any more.
create or replace function app.retired_epochs() returns setof text
  language sql stable security definer set search_path = pg_catalog as $$
  select r.epoch_id from sec.retired_epoch r where r.destroyed_at is null $$;

grant execute on function app.retired_epochs() to job;
