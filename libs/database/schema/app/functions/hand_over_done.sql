-- How a hand-over task is done by what happened to its situation; null while it waits.
create or replace function app.hand_over_done(t app.task, s app.situation, p_acting uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare own app.assignment;
begin
  if s.stage not in ('deidentified', 'limited', 'planning', 'intervention') then return 'ended'; end if;
  -- Whoever acts for the agency has taken its role over.
  if t.agency_id = p_acting then return 'takenOver'; end if;
  if t.role = 'originating' then return null; end if;
  if s.stage not in ('planning', 'intervention') then return 'ended'; end if;
  select a.* into own from app.assignment a
    where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = t.agency_id
    order by a.state in ('asked', 'accepted') desc, a.asked_at desc, a.answered_at desc nulls last limit 1;
  -- In an intervention the lead has gone over when another agency has accepted it, not when one was asked.
  if t.role = 'lead' and exists (select from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.role = 'lead'
        and a.agency_id <> t.agency_id
        and (a.state = 'accepted' or s.stage = 'planning' and a.state = 'asked')) then return 'replaced';
        end if;
  if own.state in ('asked', 'accepted') then return null; end if;
  if t.role = 'assisting' and (own.reason = 'handedOver' or exists (select from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.role = 'assisting'
        and a.asked_at >= t.opened_at
        and a.agency_id <> t.agency_id)) then return 'replaced'; end if;
  -- It came back to the coordinator in the usual way, who asks again.
  if own.state in ('declined', 'returned') and (t.role = 'assisting' or s.stage = 'planning')
    then return 'ended'; end if;
  return null;
end $$;
