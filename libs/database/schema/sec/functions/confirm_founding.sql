-- The word stands for just the list that was read: any agency or seat that comes after makes another list.
create or replace function sec.confirm_founding(p_table uuid, p_hash text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], true);
begin
  perform 1 from sec.situation_table t where t.id = p_table and t.ended_at is null
    and (t.id = c.table_id or (c.persona = 'privacy' and sec.sits_at(c.agency_id, p_table))) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if sec.is_founded(p_table) then raise exception 'table.founding.over'; end if;
  if p_hash <> sec.list_hash(sec.founding_list(p_table))
    then raise exception 'table.founding.listChanged'; end if;
  insert into sec.founding_word (table_id, user_id, seat_id, persona, agency_id, list_hash)
    values (p_table, c.user_id, c.seat_id, c.persona, c.agency_id, p_hash)
    on conflict (table_id, seat_id) do update set list_hash = excluded.list_hash,
      confirmed_at = excluded.confirmed_at;
  -- It was read with that.
  perform sec.see_list(c, p_table);
  perform sec.tell_tables(array[p_table], 'listConfirmed', c.agency_id, c.persona, null, c.user_id);
  perform audit.record('table.confirmList', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

grant execute on function sec.confirm_founding(uuid, text) to coordinator, privacy;
