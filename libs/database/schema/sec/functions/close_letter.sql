create or replace function sec.close_letter(p_letter uuid, p_sent boolean) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  select sec.work_done('letters', '00000000-0000-0000-0000-000000000000', array[p_letter]);
  update sec.letter set sent_at = case when p_sent then clock_timestamp() end, dead_at = case when not p_sent
    then clock_timestamp() end, sealed = null
    where letter.id = p_letter and letter.sent_at is null and letter.dead_at is null $$;

grant execute on function sec.close_letter(uuid, boolean) to job;
