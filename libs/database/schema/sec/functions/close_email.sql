create or replace function sec.close_email(p_email uuid, p_sent boolean) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  select sec.work_done('emails', '00000000-0000-0000-0000-000000000000', array[p_email]);
  update sec.email set sent_at = case when p_sent then clock_timestamp() end, dead_at = case when not p_sent
    then clock_timestamp() end, sealed = null
    where email.id = p_email and email.sent_at is null and email.dead_at is null $$;

grant execute on function sec.close_email(uuid, boolean) to job;
