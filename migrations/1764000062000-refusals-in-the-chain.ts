import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Refusals to somebody with a seat. What a request wrote ends with its refusal, so each is noted after the roll-back, and appended to the
 * chain of its table within two minutes: the same one of one seat and minute once, with how many times (docs/adr/refusals-in-the-chain.md).
 */
export class RefusalsInTheChain1764000062000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.seat_refusal (
  minute timestamptz not null, seat uuid not null, code text not null, asked text not null, object_id uuid not null default '00000000-0000-0000-0000-000000000000',
  outcome text not null constraint seat_refusal_outcome check (outcome in ('hide', 'deny')),
  chain uuid not null, session_id uuid not null, actor uuid not null, persona text not null, agency uuid, request_id uuid, times int not null default 1,
  id uuid not null default gen_random_uuid() constraint seat_refusal_id unique,
  constraint seat_refusal_pkey primary key (minute, seat, code, asked, object_id)
);
alter table sec.seat_refusal enable row level security; alter table sec.seat_refusal force row level security;
create policy seat_refusal_owner on sec.seat_refusal to owner using (true) with check (true);

-- Who it was follows from the session and the seat, never from a parameter; a session that ended meanwhile still tells whose it was. The
-- object is kept where it is a situation of the seat's own table. Past 60 different ones of a seat in a minute only
-- what was asked for and whether to read or to change is kept, past 1,000 not even that.
create function sec.note_refusal(p_token_hash bytea, p_seat uuid, p_code text, p_asked text, p_object uuid, p_outcome text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare at_minute timestamptz := date_trunc('minute', clock_timestamp()); noted integer;
begin
  select count(*) into noted from (select from sec.seat_refusal where seat_refusal.minute = at_minute and seat_refusal.seat = p_seat limit 1000) r;
  insert into sec.seat_refusal as kept (minute, seat, code, asked, object_id, outcome, chain, session_id, actor, persona, agency, request_id)
  select at_minute, seat.id, case when noted < 60 then left(p_code, 60) else 'many' end,
    case when noted < 60 then left(p_asked, 120) else coalesce(substring(p_asked from '^[A-Z]+ /api/v1/[a-z-]+'), '') end,
    coalesce((select situation.id from app.situation where noted < 1000 and situation.table_id = seat.table_id and situation.id = p_object), '00000000-0000-0000-0000-000000000000'),
    p_outcome, coalesce(seat.table_id, '00000000-0000-0000-0000-000000000000'), session.id, session.user_id, seat.persona, seat.agency_id,
    nullif(current_setting('situation_table.request_id', true), '')::uuid
  from sec.session join sec.seat on seat.user_id = session.user_id where session.token_hash = p_token_hash and seat.id = p_seat
  on conflict (minute, seat, code, asked, object_id) do update set times = kept.times + 1;
end $$;

-- What was noted in minutes that are over: the oldest first, by chain.
create function sec.refusals_to_append(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select r.chain, r.id from sec.seat_refusal r where r.minute < (select date_trunc('minute', clock_timestamp())) and r.chain <> all (p_skip)
    and not sec.waits('refused', r.chain, r.id) order by r.minute, r.seat, r.code, r.asked, r.object_id limit p_limit $$;
create function sec.append_refusal_of(p_chain uuid, p_id uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare r sec.seat_refusal;
begin
  delete from sec.seat_refusal where seat_refusal.id = p_id and seat_refusal.minute < date_trunc('minute', clock_timestamp()) returning seat_refusal.* into r;
  if not found then return false; end if;
  insert into audit.pending (chain, at_us, session_id, actor, seat, persona, agency, action, object_type, object_id, fields, outcome, request_id, detail)
  values (r.chain, (extract(epoch from clock_timestamp()) * 1000000)::bigint, r.session_id, r.actor, r.seat, r.persona, r.agency,
    case when r.asked like 'GET %' then 'reading.refused' else 'change.refused' end,
    case when r.object_id <> '00000000-0000-0000-0000-000000000000' then 'situation' end, nullif(r.object_id, '00000000-0000-0000-0000-000000000000'),
    case when r.asked ~ '^GET .*/tier3' then '{T3}' when r.asked ~ '^GET .*/(tier4|plan|safety-notes|details|youth-items)' then '{T4}' when r.asked ~ '^GET .*/situations(/|$)' then '{T2}' else '{}' end::text[],
    r.outcome, r.request_id,
    jsonb_build_object('code', r.code, 'asked', r.asked, 'times', r.times, 'minute', to_char(r.minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'))::text);
  return true;
end $$;
grant execute on function sec.note_refusal(bytea, uuid, text, text, uuid, text) to authn;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
