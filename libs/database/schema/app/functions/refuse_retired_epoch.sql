create or replace function app.refuse_retired_epoch() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Said as a deadlock's loser: the whole transaction is done again, and wraps its key under the epoch of
  -- now.
  if exists (select from sec.retired_epoch r where r.epoch_id = new.epoch_id)
    then raise exception 'the epoch was retired' using errcode = '40P01'; end if;
  return new;
end $$;
