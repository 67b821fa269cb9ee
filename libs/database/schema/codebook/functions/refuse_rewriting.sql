-- Published rows are history: only the version that ends a row is ever written into it.
create or replace function codebook.refuse_rewriting() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'terms are never removed' using errcode = '42501'; end if;
  -- A generated column (scope) has no value yet before the row is written.
  if old.version_to is not null or to_jsonb(new) - '{version_to,scope}'::text[] is distinct
    from to_jsonb(old) - '{version_to,scope}'::text[] then
    raise exception 'a published term is never rewritten' using errcode = '42501'; end if;
  return new;
end $$;
