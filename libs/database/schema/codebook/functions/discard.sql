create or replace function codebook.discard(p_change uuid, p_version int) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c codebook.change := codebook.open_change(p_change, p_version);
begin
  update codebook.change set state = 'discarded', decided_at = sec.domain_now(), version = change.version + 1
    where change.id = c.id;
  perform audit.record('codebook.discard', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
end $$;

grant execute on function codebook.discard(uuid, int) to coordinator, administrator;
