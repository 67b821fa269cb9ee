-- After a place, up to another: the caller goes on from there until it is at the chain's end, so that nothing
-- is cut off.
create or replace function app.changed_since(p_seq bigint, p_until bigint) returns table (seq bigint,
    kind text, id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); from_us bigint;
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator')
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  -- What a stream asks for is nearly always of this month: the other partitions need not be opened.
  select case when p_seq + 1 >= head.since then head.from_us else 0 end into from_us from audit.head
    where head.chain = c.table_id;
  return query
    select max(e.seq), e.object_type, e.object_id from audit.event e
     where e.chain = c.table_id and e.at_us >= from_us and e.seq > p_seq and e.seq <= p_until
       and audit.changes(e.action) and app.notices(c, e)
     group by 2, 3 order by 1;
end $$;

grant execute on function app.changed_since(bigint, bigint) to rep, coordinator;
