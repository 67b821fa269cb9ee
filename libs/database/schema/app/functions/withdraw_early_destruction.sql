create or replace function app.withdraw_early_destruction(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); e app.early_destruction;
begin
  delete from app.early_destruction where early_destruction.id = p_id
    and early_destruction.agency_id = c.agency_id returning early_destruction.* into e;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('destruction.withdraw', 'situation', e.situation_id, '{}', 'allow', null, '{}',
      e.table_id);
end $$;

grant execute on function app.withdraw_early_destruction(uuid) to privacy;
