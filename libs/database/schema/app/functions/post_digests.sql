-- Emails of digests leave outside their readers' quiet hours, for a day and a half. At most so many; called
-- again while it returns more than none.
create or replace function app.post_digests(p_limit integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare r record; made uuid; n integer; done integer := 0; now_at timestamptz := sec.domain_now();
begin
  delete from app.identity_opening
    where identity_opening.ctid = any (array(select o.ctid from app.identity_opening o
        where o.at < now_at - interval '1 day' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  for r in select x.id, x.user_id from sec.notice x join sec.mail_address m on m.user_id = x.user_id
    and m.sealed is not null and m.wanted
      where x.code = 'privacy.digest' and x.email_id is null and x.seen_at is null
        and x.created_at > now_at - interval '36 hours'
        and not sec.is_quiet((now_at at time zone coalesce(app.agency_zone(x.agency_id), 'UTC'))::time,
            m.quiet_from, m.quiet_until)
      order by x.created_at limit p_limit for update of x skip locked loop
    insert into sec.email (user_id, kind) values (r.user_id, 'weekly') returning email.id into made;
    update sec.notice set email_id = made where notice.id = r.id;
    done := done + 1;
  end loop;
  delete from sec.notice
    where notice.ctid = any (array(select x.ctid from sec.notice x where x.code = 'privacy.digest'
        and x.created_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; return done + n;
end $$;

grant execute on function app.post_digests(integer) to job;
