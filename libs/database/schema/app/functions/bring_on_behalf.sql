create or replace function app.bring_on_behalf(p_id uuid, p_request jsonb, p jsonb, p_summary bytea,
    p_keys jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'coordinator'
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  return app.begin_situation('bringOnBehalf', p_id, (p_request ->> 'agency')::uuid, c.user_id, 'unconfirmed',
      p_request, p, p_summary, p_keys);
end $$;

grant execute on function app.bring_on_behalf(uuid, jsonb, jsonb, bytea, jsonb) to coordinator;
