create or replace function sec.tell_seated(p_persona text, p_agency uuid, p_code text, p_table uuid,
    p_situation uuid, p_occasion text) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int;
begin
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, number, occasion)
  select u, p_code, p_situation, p_agency, p_table,
    (select s.number from app.situation s where s.table_id = p_table and s.id = p_situation), p_occasion
    from sec.seated(p_table, p_persona, p_agency) u
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing;
  get diagnostics n = row_count; return n;
end $$;
