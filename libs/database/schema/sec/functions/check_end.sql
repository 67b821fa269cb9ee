create or replace function sec.check_end(p_ends_at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_ends_at <= sec.domain_now() or p_ends_at > sec.domain_now() + interval '2 years 1 day'
    then raise exception 'seat.offer.endNotInTwoYears'; end if;
end $$;
