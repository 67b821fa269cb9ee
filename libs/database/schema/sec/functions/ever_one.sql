-- Longer than seven days: whether one of two administrators, or a third one, ever was alone behind both.
-- Asked only where an administrator opens a way to a table at which situations are discussed, because a
-- patient one could make a second one first.
create or replace function sec.ever_one(p_first uuid, p_second uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select sec.stand_behind(p_first, null,
    '-infinity') intersect select sec.stand_behind(p_second, null, '-infinity')) $$;
