-- Names the first broken event of a chain, or the one after its last where the head disagrees (a wiped or
-- truncated chain).
create or replace function audit.first_broken(p_chain uuid) returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare e audit.event; expected bytea := '\x'; n bigint := 0; h audit.head;
begin
  for e in select event.* from audit.event where event.chain = p_chain order by event.seq loop
    n := n + 1;
    if e.seq <> n or e.prev <> expected or e.hash <> sha256(expected || audit.canonical(e)) then return n;
    end if;
    expected := e.hash;
  end loop;
  select head.* into h from audit.head where head.chain = p_chain;
  -- A chain begins with its table; one without a head was wiped.
  if not found then return n + 1; end if;
  if h.seq <> n or h.hash <> expected then return n + 1; end if;
  return null;
end $$;
