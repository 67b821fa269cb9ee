create or replace function sec.note_origin(p_subject uuid, p_seat uuid, p_act text,
    variadic p_by uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.origin_act (subject_id, seat_id, by_id, act)
    select distinct p_subject, p_seat, b, p_act from unnest(p_by) b where b is not null and b <> p_subject $$;
