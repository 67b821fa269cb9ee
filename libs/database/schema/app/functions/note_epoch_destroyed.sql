create or replace function app.note_epoch_destroyed(p_epoch text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_epoch in (select e from app.epochs_in_use() e)
    then raise exception 'keys are left under that epoch' using errcode = '55000'; end if;
  update sec.retired_epoch set destroyed_at = clock_timestamp() where retired_epoch.epoch_id = p_epoch
    and retired_epoch.destroyed_at is null;
  if found
    then perform audit.record('epoch.destroy', 'epoch', null, '{}', 'allow', null,
      jsonb_build_object('epoch', p_epoch)); end if;
end $$;

grant execute on function app.note_epoch_destroyed(text) to job;
