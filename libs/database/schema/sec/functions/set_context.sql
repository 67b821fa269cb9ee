-- Owner's functions only: whoever may call it may be anybody.
create or replace function sec.set_context(c sec.ctx_t) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare body text := concat_ws('|', sec.context_stamp(), coalesce(c.session_id::text, '-'),
    coalesce(c.user_id::text, '-'), coalesce(c.seat_id::text, '-'), c.persona,
  coalesce(c.table_id::text, '-'), coalesce(c.agency_id::text, '-'),
    coalesce(c.employer_agency_id::text, '-'),
  coalesce((extract(epoch from c.stepped_up_at) * 1000000)::bigint::text, '-'),
  coalesce(c.plan_id::text, '-'), coalesce(c.purpose, '-'));
begin
  -- A purpose is a code: one with the separator in it would be read as two parts.
  if c.purpose !~ '^[A-Za-z][A-Za-z0-9.]*$' then raise exception 'no such purpose' using errcode = '22023';
  end if;
  perform set_config('situation_table.context', body || '|' || sec.context_seal(body), true);
end $$;
