-- What is over of letters and notices; at most so many of each, and again while it returns more than none.
create or replace function sec.sweep_letters(p_limit integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; done integer := 0; now_at timestamptz := clock_timestamp();
domain_at timestamptz := sec.domain_now();
begin
  update sec.letter set dead_at = now_at, sealed = null
    where letter.id = any (array(select l.id from sec.letter l
    where l.sent_at is null and l.dead_at is null and l.written_at < now_at - interval '2 days'
      limit p_limit));
  get diagnostics n = row_count; done := done + n;
  -- What was parked and is given up now waits for nobody.
  delete from sec.stuck where stuck.kind = 'letters'
    and not exists (select from sec.letter l where l.id = stuck.object_id and l.dead_at is null);
  delete from sec.letter
    where letter.ctid = any (array(select l.ctid from sec.letter l
        where l.written_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  delete from sec.notice
    where notice.ctid = any (array(select x.ctid from sec.notice x where x.table_id is not null
        and x.created_at < domain_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; return done + n;
end $$;

grant execute on function sec.sweep_letters(integer) to job;
