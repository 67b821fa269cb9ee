-- What the email tells, as it stands when it leaves: counts, and the numbers of what is destroyed soon.
-- Nothing to who is no officer any more.
create or replace function app.digest_told(p_email uuid) returns jsonb
  language sql volatile security definer set search_path = pg_catalog as $$
  select jsonb_agg(x.told order by x.rank) from sec.notice n cross join lateral app.digest_of(n.agency_id) d
    cross join lateral (
      select 1 as rank, jsonb_build_object('code', 'fresh', 'number', d.fresh::text, 'table', '') as told
        where d.fresh > 0
      union all select 2, jsonb_build_object('code', 'earlier', 'number', d.earlier::text, 'table', '')
        where d.earlier > 0
      union all select 3, jsonb_build_object('code', 'holds', 'number', d.holds::text, 'table', '')
        where d.holds > 0
      union all select 4,
        jsonb_build_object('code', 'due', 'number', one.it ->> 'number', 'table', one.it ->> 'table')
        from jsonb_array_elements(d.due) one (it)
      union all select 5, jsonb_build_object('code', 'dueMore', 'number', d.due_more::text, 'table', '')
        where d.due_more > 0) x
    where n.email_id = p_email
      and exists (select from sec.live_officer l where l.user_id = n.user_id
        and l.agency_id = n.agency_id) $$;
