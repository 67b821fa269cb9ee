create or replace function app.withdraw(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if p_to = 'withdrawn' then
    perform app.exit_table(s, p_to, p, c.user_id);
  else
    perform app.leave(s, p_to, c.user_id);
    perform app.write_conclusion(s, 'other.withdrawn-by-originator', null, '{}');
  end if;
end $$;
