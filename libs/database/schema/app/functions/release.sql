-- Who hears the limited identifiers at a release: those present at the meeting where the risk was recorded,
-- those asked, or nobody.
create or replace function app.release(s app.situation, p jsonb, p_by uuid, p_again boolean) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow; t sec.situation_table; originator uuid; named uuid[] := app.agencies(p);
recipients uuid[] := '{}'; a uuid;
begin
  select workflow.* into strict w from app.workflow where workflow.table_id = s.table_id
    and workflow.situation_id = s.id;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  select situation_origin.agency_id into strict originator from app.situation_origin
    where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
  if t.identifier_recipients = 'everyoneSeated' and not p_again then
    -- An agency that has left the table answers nothing, so that it is not asked.
    select coalesce(array_agg(attendance.agency_id), '{}') into recipients from app.attendance
      join sec.table_agency ta on ta.table_id = attendance.table_id and ta.agency_id = attendance.agency_id
        and ta.left_at is null
      where attendance.table_id = s.table_id and attendance.meeting_id = w.risk_meeting_id;
  elsif t.identifier_recipients <> 'nobody' then
    recipients := named;
  end if;
  foreach a in array array(select distinct unnest(named || recipients)) loop
    if a = originator then continue; end if;
    insert into app.release_name (table_id, situation_id, agency_id, basis, named_at) values (s.table_id,
        s.id, a, p ->> 'basis', sec.domain_now())
      on conflict (table_id, situation_id, agency_id)
        do update set basis = excluded.basis, named_at = excluded.named_at;
    -- An agency without an account gets nothing on a screen.
    if a = any (recipients)
      and exists (select from sec.table_agency ta where ta.table_id = s.table_id and ta.agency_id = a
        and ta.left_at is null and ta.has_account) then
      perform app.grant_disclosure(s, 3::smallint, a, p ->> 'basis', p_by, w.risk_meeting_id);
    end if;
  end loop;
  update app.workflow set released_by = p_by, release_basis = p ->> 'basis', round = workflow.round + 1,
    round_closed_at = null
   where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
