-- Action names that end in open, list, read or card are reads to the event stream; these are changes, so that
-- they are named otherwise.
-- Covering everything must never fail for being late: it carries no version.
create or replace function app.shade_all(p_on boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); m app.meeting;
begin
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id
    and meeting.opened_at is not null and meeting.closed_at is null;
  if not found then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  update app.meeting_card set shaded = p_on, version = meeting_card.version + 1
    where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id
    and meeting_card.shaded <> p_on;
  if found
    then perform audit.record('projector.shade', 'meeting', m.id, '{}', 'allow', null,
      jsonb_build_object('on', p_on)); end if;
end $$;

grant execute on function app.shade_all(boolean) to coordinator;
