-- Anybody may ask for a code, since the device has no user. A source that asks often is slowed, so that within
-- the two minutes of a code it cannot ask for 1,000 more: nobody at the same address pushes out a code that
-- is shown. Where 10,000 wait in all, the oldest of the source that has most gives way, so that strangers
-- elsewhere push out only their own. Returns the pause in milliseconds.
create or replace function sec.begin_pairing(p_token_hash bytea, p_code_hash bytea,
    p_source bytea) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare pause integer := sec.slow_try('projector', p_source, 30); crowded bytea;
begin
  perform pg_advisory_xact_lock(hashtext('sec.begin_pairing'));
  delete from sec.projector_session where projector_session.expires_at <= clock_timestamp()
    or projector_session.ended_at is not null
    or (projector_session.table_id is null and projector_session.code_until <= clock_timestamp());
  crowded := case
    when (select count(*) from sec.projector_session p where p.table_id is null and p.source = p_source) >= 1000
    then p_source
    when (select count(*) from sec.projector_session p where p.table_id is null) >= 10000 then
      (select p.source from sec.projector_session p where p.table_id is null group by p.source
          order by count(*) desc, min(p.code_until) limit 1) end;
  if crowded is not null then
    delete from sec.projector_session
      where projector_session.token_hash = (select p.token_hash from sec.projector_session p
      where p.table_id is null and p.source = crowded order by p.code_until, p.token_hash limit 1);
  end if;
  insert into sec.projector_session (token_hash, code_hash, source) values (p_token_hash, p_code_hash,
      p_source);
  return pause;
end $$;

grant execute on function sec.begin_pairing(bytea, bytea, bytea) to authn;
