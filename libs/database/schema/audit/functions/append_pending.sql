-- Two statements and no more: each costs the commit, and the head is locked from the first of them.
-- docs/performance.md says what each is worth.
-- The pending row stays behind: one that another transaction can see is chained already, and the clock's job
-- sweeps those (sec.forget_expired).
create or replace function audit.append_pending() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare h audit.head;
begin
  loop
    update audit.head set seq = head.seq + 1, prev = head.hash,
      hash = sha256(head.hash
        || convert_to(array_to_json(array[new.chain::text, (head.seq + 1)::text, new.at_us::text,
    new.session_id::text, new.actor::text, new.seat::text, new.persona, new.agency::text, new.action,
      new.object_type,
    new.object_id::text, array_to_string(new.fields, ' '), new.outcome, new.purpose, new.request_id::text,
      new.detail])::text, 'UTF8'))
      where head.chain = new.chain returning head.* into h;
    exit when found;
    insert into audit.head (chain, seq, hash) values (new.chain, 0, '\x') on conflict (chain) do nothing;
  end loop;
  -- Once a month and chain: the partition may be missing where the job has not run for two months.
  if new.at_us < h.from_us or new.at_us >= h.to_us then
    perform audit.make_month('event', to_timestamp(new.at_us / 1000000.0));
    update audit.head set since = h.seq,
      from_us = audit.us_of(date_trunc('month',
          to_timestamp(new.at_us / 1000000.0) at time zone 'UTC')::date),
      to_us = audit.us_of((date_trunc('month',
              to_timestamp(new.at_us / 1000000.0) at time zone 'UTC') + interval '1 month')::date)
        where head.chain = new.chain;
  end if;
  insert into audit.event (chain, seq, at_us, session_id, actor, seat, persona, agency, action, object_type,
      object_id, fields, outcome, purpose, request_id, detail, prev, hash)
    values (new.chain, h.seq, new.at_us, new.session_id, new.actor, new.seat, new.persona, new.agency,
        new.action, new.object_type, new.object_id,
      new.fields, new.outcome, new.purpose, new.request_id, new.detail, h.prev, h.hash);
  -- Who waits for changes of a table is woken with the table and the sequence, nothing else; a read or a
  -- refusal wakes nobody.
  if (not (new.action ~ '[.](open|list|read|card)$' or new.action = 'reading.refused')
      and new.action <> 'change.refused') and new.chain <> '00000000-0000-0000-0000-000000000000' then
    perform pg_notify('situation_table_change', new.chain::text || ' ' || h.seq::text);
  end if;
  return null;
end $$;
