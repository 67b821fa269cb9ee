-- The change as this viewer may work on it, locked; a coordinator has those of the own table alone.
create or replace function codebook.open_change(p_change uuid, p_version int) returns codebook.change
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change;
begin
  if ctx.persona is null or ctx.persona not in ('administrator', 'coordinator')
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  select change.* into c from codebook.change where change.id = p_change
    and (ctx.persona = 'administrator' or change.table_id = ctx.table_id) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if c.state <> 'proposed' then raise exception 'codebook.change.decidedAlready'; end if;
  return c;
end $$;
