-- Counts a try before it is judged, under the row's lock, so that tries sent at once cannot outrun the count.
-- One try is forgotten each p_every. At p_most none is counted any more, and the wait until the next is told.
-- A clock that was set back forgets nothing and makes nobody wait longer than p_every.
create or replace function sec.count_try(p_subject bytea, p_most int, p_every interval, out tries int,
    out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.throttle; now_at timestamptz; gone int;
begin
  insert into sec.throttle as kept (subject, tries, since) values (p_subject, 0, clock_timestamp())
    on conflict (subject) do update set tries = kept.tries returning kept.* into t;
  now_at := clock_timestamp();
  t.since := least(t.since, now_at);
  gone := least(t.tries, floor(extract(epoch from now_at - t.since) / extract(epoch from p_every)));
  tries := t.tries - gone;
  t.since := case when tries = 0 then now_at else t.since + gone * p_every end;
  if tries < p_most then
    tries := tries + 1;
    wait_ms := 0;
  else
    wait_ms := ceil(extract(epoch from t.since + p_every - now_at) * 1000);
  end if;
  update sec.throttle set tries = count_try.tries, since = t.since where throttle.subject = p_subject;
end $$;
