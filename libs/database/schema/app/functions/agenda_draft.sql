-- ---------------------------------------------------------------- the agenda
-- Built from the open situations under the rights of whoever asks: report-backs (overdue first), new ones by
-- number, those waiting, those carried over.
create or replace function app.agenda_draft(p_table uuid, p_kind text) returns table (situation_id uuid,
    section text, "position" integer, due_on date,
  overdue boolean, contact_overdue boolean)
language sql stable set search_path = pg_catalog as $$
  with clock as (
    select distinct on (c.situation_id) c.situation_id, c.due_on, c.overdue, c.contact_overdue
      from app.reports_due(p_table) c order by c.situation_id, c.role = 'lead' desc, c.due_on
  ), listed as (
    select s.id, s.year, s.sequence, clock.due_on, coalesce(clock.overdue, false) as overdue,
      coalesce(clock.contact_overdue, false) as contact_overdue,
      case when s.stage = 'intervention' then 'reportBack'
        when s.stage <> 'deidentified'
          or exists (select from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id)
          then 'waiting'
        when (select e.noted from app.agenda_entry e join app.meeting m on m.table_id = e.table_id
            and m.id = e.meeting_id
               where e.table_id = s.table_id and e.situation_id = s.id and m.closed_at is not null
                 order by m.closed_at desc limit 1) = 'moreInformation' then 'carriedOver'
        else 'new' end as section
    from app.situation s left join clock on clock.situation_id = s.id
    where s.table_id = p_table and s.stage in ('deidentified', 'limited', 'planning', 'intervention')
  )
  select listed.id, listed.section,
    row_number() over (order by array_position(array['reportBack', 'new', 'waiting', 'carriedOver'],
          listed.section), listed.overdue or listed.contact_overdue desc, listed.due_on nulls last,
        listed.year, listed.sequence)::integer,
    listed.due_on, listed.overdue, listed.contact_overdue
  from listed where p_kind = 'regular' or listed.section <> 'reportBack' $$;

grant execute on function app.agenda_draft(uuid, text) to rep, coordinator;
