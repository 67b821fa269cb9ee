create or replace function sec.create_user(p_name text, p_display_name text, p_language text, p_agency uuid,
    p_token_hash bytea) returns table (user_id uuid, invitation_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); u uuid; made uuid;
begin
  if p_agency is not null then
    perform 1 from sec.agency where agency.id = p_agency and agency.ended_at is null for share;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  end if;
  insert into sec.app_user (sign_in_name, display_name, language, status, made_by)
    values (p_name, p_display_name, p_language, 'invited', c.user_id) returning app_user.id into u;
  perform sec.note_origin(u, null, 'made', c.user_id);
  made := sec.invite('first', u, p_agency, p_token_hash, c);
  perform audit.record('user.create', 'user', u, '{}', 'allow');
  return query select u, made;
exception when unique_violation then raise exception 'user.create.nameTaken';
end $$;

grant execute on function sec.create_user(text, text, text, uuid, bytea) to administrator;
