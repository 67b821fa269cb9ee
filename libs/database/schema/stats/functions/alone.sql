-- Each step must be alone in its transaction; one that follows another there would share its id.
create or replace function stats.alone() returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'a step of sealing needs a transaction of its own' using errcode = '25001';
  end if;
end $$;
