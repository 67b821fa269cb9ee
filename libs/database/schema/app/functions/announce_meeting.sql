-- Opening and closing a meeting changes nothing that a calendar shows.
create or replace function app.announce_meeting() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if (new.scheduled_for, new.place, new.called_off_at) is distinct
    from (old.scheduled_for, old.place, old.called_off_at) then
    new.announced_at := sec.domain_now();
    new.announced_anew := old.announced_anew + 1;
  end if;
  return new;
end $$;
