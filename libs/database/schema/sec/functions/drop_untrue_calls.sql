-- What has not been mailed or seen yet would call for a meeting that is not on that day any more.
create or replace function sec.drop_untrue_calls(p_table uuid) returns void
  language sql volatile security definer
set search_path = pg_catalog as $$
  delete from sec.notice n where n.table_id = p_table and n.code = 'situation.reportCalled'
    and n.seen_at is null
    and not exists (select from sec.email l where l.id = n.email_id and l.sent_at is not null)
    and left(n.occasion, 10)::date > sec.today(p_table)
    and not exists (select
        from app.meeting_days(p_table, left(n.occasion, 10)::date, left(n.occasion, 10)::date)) $$;
