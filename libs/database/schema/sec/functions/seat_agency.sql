create or replace function sec.seat_agency(p_table uuid, p_agency uuid, p_has_account boolean) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.table_agency as kept (table_id, agency_id, has_account) values (p_table, p_agency,
    p_has_account)
    on conflict (table_id, agency_id) do update set has_account = excluded.has_account, left_at = null,
      joined_on = case when kept.left_at is null then kept.joined_on else excluded.joined_on end $$;
