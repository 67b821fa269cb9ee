-- The context of a paired device: its table and its persona, no user, seat or agency. It lives no longer than
-- the seat that paired it.
create or replace function sec.enter_projector(p_token_hash bytea) returns sec.ctx_t
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t;
begin
  select p.id, null, null, 'projector', p.table_id, null, null, null, null, null into c
    from sec.projector_session p
    join sec.seat on seat.id = p.paired_by and seat.starts_at <= sec.domain_now()
      and seat.ends_at > sec.domain_now()
    join sec.app_user u on u.id = seat.user_id and u.status = 'active'
    join sec.situation_table t on t.id = p.table_id and t.ended_at is null
   where p.token_hash = p_token_hash and p.ended_at is null and p.expires_at > clock_timestamp();
  if not found then raise exception 'not paired' using errcode = 'P0002'; end if;
  perform sec.set_context(c);
  return c;
end $$;

grant execute on function sec.enter_projector(bytea) to app;
