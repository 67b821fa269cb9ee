-- Sessions, challenges and throttles long past; refusals after two years, as the audit's own keeping is
-- longer. At most so many of each; it is called again, in another transaction, while it returns more than
-- none.
create or replace function sec.forget_expired(p_limit integer) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int; forgotten int := 0; now_at timestamptz := clock_timestamp();
begin
  delete from sec.challenge
    where challenge.ctid = any (array(select c.ctid from sec.challenge c
        where c.expires_at < now_at - interval '1 hour' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  -- No count lasts longer: a thousand tries are forgotten in two and a half hours.
  delete from sec.throttle
    where throttle.ctid = any (array(select t.ctid from sec.throttle t
        where t.since < now_at - interval '1 day' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.known_device
    where known_device.ctid = any (array(select d.ctid from sec.known_device d
        where d.last_used_at < now_at - interval '400 days' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.refusal
    where refusal.ctid = any (array(select r.ctid from sec.refusal r
        where r.minute < now_at - interval '2 years' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.session
    where session.ctid = any (array(select s.ctid from sec.session s
        where s.expires_at < now_at - interval '90 days' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  -- What is committed was chained at its commit; the append leaves these rows here because a delete of each
  -- would cost it more.
  delete from audit.pending
    where pending.ctid = any (array(select p.ctid from audit.pending p limit p_limit));
  get diagnostics n = row_count; return forgotten + n;
end $$;

grant execute on function sec.forget_expired(integer) to job;
