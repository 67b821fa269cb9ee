create or replace function sec.tell_of_seat() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks(case when tg_op = 'INSERT' then 'seat.added'
      else 'seat.ended' end, new.table_id, new.agency_id, new.id);
  return null;
end $$;
