-- What is over of emails and notices; at most so many of each, and again while it returns more than none.
create or replace function sec.sweep_emails(p_limit integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; done integer := 0; now_at timestamptz := clock_timestamp();
domain_at timestamptz := sec.domain_now();
begin
  update sec.email set dead_at = now_at, sealed = null
    where email.id = any (array(select l.id from sec.email l
    where l.sent_at is null and l.dead_at is null and l.written_at < now_at - interval '2 days'
      limit p_limit));
  get diagnostics n = row_count; done := done + n;
  -- What was parked and is given up now waits for nobody.
  delete from sec.stuck where stuck.kind = 'emails'
    and not exists (select from sec.email l where l.id = stuck.object_id and l.dead_at is null);
  delete from sec.email
    where email.ctid = any (array(select l.ctid from sec.email l
        where l.written_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  delete from sec.notice
    where notice.ctid = any (array(select x.ctid from sec.notice x where x.table_id is not null
        and x.created_at < domain_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; return done + n;
end $$;

grant execute on function sec.sweep_emails(integer) to job;
