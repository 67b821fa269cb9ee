-- What is brought or decided while a meeting is open stands on its agenda.
create or replace function app.add_to_agenda() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid; comes boolean;
begin
  select move.stages ?| array['screening', 'concluded'] into comes from app.move
    where move.name = new.move and move.on_agenda;
  if not found then return null; end if;
  -- What was not open before is seen by a meeting that is being opened, or sees it opened: without this each
  -- could miss the other, and it would be on no agenda.
  if comes then perform pg_advisory_xact_lock_shared(hashtextextended('agenda ' || new.table_id, 0)); end if;
  select meeting.id into m from app.meeting where meeting.table_id = new.table_id
    and meeting.opened_at is not null and meeting.closed_at is null;
  if not found then return null; end if;
  insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position)
  select new.table_id, m, new.situation_id,
    case when new.stage in ('intervention', 'concluded') then 'reportBack'
      when new.stage in ('limited', 'planning') then 'waiting' else 'new' end,
    coalesce((select max(e.position) from app.agenda_entry e where e.table_id = new.table_id
          and e.meeting_id = m), 0) + 1
  on conflict on constraint agenda_entry_pkey do nothing;
  return null;
end $$;
