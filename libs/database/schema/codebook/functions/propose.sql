-- An administrator's own proposal carries the first of the two signatures.
create or replace function codebook.propose(p_kind text, p_list text, p_code text, p_table uuid,
    p_content jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change; t codebook.term;
begin
  if ctx.persona is null or ctx.persona not in ('administrator', 'coordinator')
    or (ctx.persona = 'coordinator' and p_table is distinct from ctx.table_id) then
    raise exception 'not for this seat' using errcode = '42501'; end if;
  if p_kind <> 'add' then
    select term.* into t from codebook.term
      where term.list = p_list and term.code = p_code and term.table_id is not distinct from p_table
        and term.version_to is null;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  end if;
  c.id := gen_random_uuid(); c.kind := p_kind; c.list := p_list; c.code := p_code; c.table_id := p_table;
  c.based_on := t.id;
  c := codebook.write_content(c, p_content);
  c.state := 'proposed'; c.version := 1; c.proposed_by := ctx.user_id; c.proposed_at := sec.domain_now();
  c.first_signed_by := case when ctx.persona = 'administrator' then ctx.user_id end;
  perform codebook.check_change(c, 'content.');
  begin
    insert into codebook.change select c.*;
  exception when unique_violation then raise exception 'codebook.change.anotherIsOpen'; end;
  perform audit.record('codebook.propose', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
  return c.id;
end $$;

grant execute on function codebook.propose(text, text, text, uuid, jsonb) to coordinator, administrator;
