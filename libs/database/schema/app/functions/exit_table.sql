create or replace function app.exit_table(s app.situation, p_kind text, p jsonb, p_by uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.leave(s, p_kind, p_by);
  insert into app.exit (table_id, situation_id, kind, type, reason, joined_id)
  select s.table_id, s.id, p_kind, tier2.type, p ->> 'reason',
    (select j.id from app.situation j where j.table_id = s.table_id and j.number = p ->> 'joined')
    from app.tier2 where tier2.table_id = s.table_id and tier2.situation_id = s.id;
end $$;
