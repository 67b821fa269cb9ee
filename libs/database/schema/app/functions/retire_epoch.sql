-- Waits for every transaction that is storing a key; those that come later see the retirement.
create or replace function app.retire_epoch(p_epoch text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  set local lock_timeout = '5s';
  lock table app.screening, app.tier_key, app.youth_item in share row exclusive mode;
  insert into sec.retired_epoch (epoch_id) values (p_epoch) on conflict do nothing;
  if found
    then perform audit.record('epoch.retire', 'epoch', null, '{}', 'allow', null,
      jsonb_build_object('epoch', p_epoch)); end if;
end $$;

grant execute on function app.retire_epoch(text) to job;
