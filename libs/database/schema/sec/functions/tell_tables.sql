-- Writes it down for each table, and tells each receiver once an hour that there is something new to read.
create or replace function sec.tell_tables(p_tables uuid[], p_what text, p_agency uuid, p_persona text,
    p_subject uuid,
  p_by uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare hour text := to_char(sec.domain_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24');
begin
  insert into sec.table_act (table_id, what, agency_id, persona, subject_id, by_id)
    select t, p_what, p_agency, p_persona, p_subject, p_by from unnest(p_tables) t;
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, persona, occasion)
    select x.user_id, 'table.acts', coalesce(x.agency_id, x.table_id), x.agency_id, x.table_id, x.persona, hour from (
      select distinct l.user_id, null::uuid as agency_id, l.table_id, 'coordinator' as persona from sec.live_seat l
        where l.table_id = any (p_tables) and l.persona = 'coordinator'
      -- An officer's agency may sit at several of them: one notice, which names the first.
      union all select l.user_id, l.agency_id, (array_agg(ta.table_id order by ta.table_id))[1], 'privacy'
        from sec.live_officer l join sec.table_agency ta on ta.agency_id = l.agency_id and ta.left_at is null
        where ta.table_id = any (p_tables) group by l.user_id, l.agency_id) x
    where x.user_id is distinct from p_by
    on conflict (user_id, code, object_id, occasion) where occasion is not null do update set seen_at = null;
end $$;
