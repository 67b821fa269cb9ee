-- ---------------------------------------------------------------- refusals
-- Coalesced per source, account and minute; past 200 different rows a minute the sources are counted
-- together, or strangers fill the disk.
create or replace function sec.append_refusal(p_source bytea, p_user uuid, p_code text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare at_minute timestamptz := date_trunc('minute', clock_timestamp()); many boolean;
begin
  select count(*) >= 200 into many
    from (select from sec.refusal where refusal.minute = at_minute limit 200) r;
  insert into sec.refusal as kept (minute, source, user_id, code)
    values (at_minute, case when many then '\x'
        else p_source end, coalesce(p_user, '00000000-0000-0000-0000-000000000000'), left(p_code, 60))
    on conflict (minute, source, user_id, code) do update set times = kept.times + 1;
end $$;

grant execute on function sec.append_refusal(bytea, uuid, text) to authn;
