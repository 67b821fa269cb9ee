-- Looks at one opening of identities, in its transaction. Who is marked present at an open meeting is neither
-- early nor late.
create or replace function app.watch_opening(p_situation uuid, p_named boolean default false) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); now_at timestamptz := sec.domain_now(); here timestamp; present boolean;
outside integer; altogether integer;
begin
  if c.persona is distinct from 'rep' then return; end if;
  present := sec.session_present(c.user_id);
  select now_at at time zone t.time_zone into strict here from sec.situation_table t where t.id = c.table_id;
  if not p_named and not app.has_role(c, p_situation)
    then perform app.raise_signal(p_situation, 'withoutRole'); end if;
  if not present and app.is_out_of_hours(here) then perform app.raise_signal(p_situation, 'outOfHours');
  end if;
  insert into app.identity_opening as o (table_id, situation_id, user_id, at, in_meeting) values (c.table_id,
      p_situation, c.user_id, now_at, present)
    on conflict (table_id, situation_id, user_id)
      do update set at = excluded.at, in_meeting = excluded.in_meeting;
  select count(*) filter (where not o.in_meeting), count(*) into outside, altogether
    from app.identity_opening o where o.user_id = c.user_id and o.at > now_at - interval '1 hour';
  if outside >= 10 or altogether >= 40 then
    update app.signal set times = signal.times + 1, last_at = now_at
      where signal.user_id = c.user_id and signal.agency_id = c.agency_id and signal.kind = 'manyInAnHour'
        and signal.reviewed_at is null and signal.last_at > now_at - interval '1 hour';
    if not found then perform app.raise_signal(p_situation, 'manyInAnHour'); end if;
  end if;
end $$;
