-- The agency whose officer vouches is that of the user's own seats, never one that the administrator names.
create or replace function sec.start_reset(p_user uuid, p_token_hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); u sec.app_user; a uuid; made uuid;
begin
  select app_user.* into u from sec.app_user where app_user.id = p_user for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if u.status = 'disabled' then raise exception 'user.reset.disabled'; end if;
  if u.id = c.user_id then raise exception 'user.reset.self'; end if;
  select s.a into a
    from (select coalesce(seat.agency_id, seat.employer_agency_id) as a, seat.starts_at from sec.seat
      where seat.user_id = p_user and seat.ends_at > sec.domain_now()) s where s.a is not null
      order by s.starts_at limit 1;
  if a is null then select invitation.agency_id into a from sec.invitation where invitation.user_id = p_user
    and invitation.agency_id is not null order by invitation.created_at limit 1; end if;
  perform sec.tell_tables(array(select sec.tables_of_user(p_user)), 'resetStarted', a, null, p_user,
    c.user_id);
  made := sec.invite(case u.status when 'invited' then 'first' else 'reset' end, p_user, a, p_token_hash, c);
  perform audit.record('user.startReset', 'user', p_user, '{}', 'allow');
  return made;
end $$;

grant execute on function sec.start_reset(uuid, bytea) to administrator;
