-- Said once for every change of a rule or a zone: to the seats, to their open pages and to webhooks.
create or replace function sec.plan_changed(p_table uuid) returns void
  language plpgsql volatile security definer
set search_path = pg_catalog as $$
begin
  perform app.take_called_meetings(p_table);
  update sec.meeting_plan p set version = p.version + 1, changed_at = sec.domain_now()
    where p.table_id = p_table;
  perform audit.record('meeting.plan', 'meeting', p_table, '{}', 'allow', p_table => p_table);
  perform sec.tell_of_meeting('meeting.planChanged', p_table, p_table, null, n.scheduled_for)
    from app.next_meeting(p_table) n;
  perform sec.tell_webhooks('table.changed', p_table, null, p_table);
end $$;
