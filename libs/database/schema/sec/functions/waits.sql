-- Whether a row that failed waits for its next try, or for somebody.
create or replace function sec.waits(p_kind text, p_table uuid, p_object uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.stuck k where k.kind = p_kind and k.table_id = p_table
      and k.object_id = p_object
    and (k.parked_at is not null or k.next_at > sec.domain_now())) $$;
