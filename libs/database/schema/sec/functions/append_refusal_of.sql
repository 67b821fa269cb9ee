create or replace function sec.append_refusal_of(p_chain uuid, p_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare r sec.seat_refusal;
begin
  delete from sec.seat_refusal where seat_refusal.id = p_id
    and seat_refusal.minute < date_trunc('minute', clock_timestamp()) returning seat_refusal.* into r;
  if not found then return false; end if;
  insert into audit.pending (chain, at_us, session_id, actor, seat, persona, agency, action, object_type,
      object_id, fields, outcome, request_id, detail)
  values (r.chain, (extract(epoch from clock_timestamp()) * 1000000)::bigint, r.session_id, r.actor, r.seat,
      r.persona, r.agency,
    case when r.asked like 'GET %' then 'reading.refused' else 'change.refused' end,
    case when r.object_id <> '00000000-0000-0000-0000-000000000000'
      then 'situation' end, nullif(r.object_id, '00000000-0000-0000-0000-000000000000'),
    case when r.asked ~ '^GET .*/tier3' then '{T3}'
      when r.asked ~ '^GET .*/(tier4|plan|safety-notes|details|youth-items)' then '{T4}'
      when r.asked ~ '^GET .*/situations(/|$)' then '{T2}' else '{}' end::text[],
    r.outcome, r.request_id,
    jsonb_build_object('code', r.code, 'asked', r.asked, 'times', r.times, 'minute',
        to_char(r.minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'))::text);
  return true;
end $$;
