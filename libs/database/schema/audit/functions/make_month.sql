-- applied: before tables
-- The partition of a month, with the same protection as its parent; nothing where it exists. It is attached,
-- not created as a partition, since that locks out nobody who reads or writes other months. Two transactions
-- that make it at once wait for each other.
create or replace function audit.make_month(p_of text, p_at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare begins date := date_trunc('month', p_at at time zone 'UTC')::date;
ends date := (begins + interval '1 month')::date;
  part text := p_of || to_char(begins, '_YYYY_MM');
begin
  if to_regclass(format('audit.%I', part)) is not null then return; end if;
  perform pg_advisory_xact_lock(7190217441);
  -- Asked of the catalogue itself: waiting for such a lock does not renew what this session remembers of
  -- names.
  if exists (select from pg_class c where c.relnamespace = 'audit'::regnamespace and c.relname = part)
    then return; end if;
  execute format('create table audit.%I (like audit.%I including defaults including constraints)', part,
      p_of);
  execute format('alter table audit.%I enable row level security', part);
  execute format('alter table audit.%I force row level security', part);
  execute format('create policy %I on audit.%I to owner using (true) with check (true)', part || '_owner',
      part);
  if p_of = 'event' then
    execute format('create trigger event_unchangeable before update or delete or truncate on audit.%I for each statement '
      'execute function audit.refuse_change()', part);
    execute format('alter table audit.event attach partition audit.%I for values from (%s) to (%s)', part,
        audit.us_of(begins), audit.us_of(ends));
  else
    execute format('alter table audit.first_read attach partition audit.%I for values from (%L) to (%L)',
        part, begins, ends);
  end if;
end $$;
