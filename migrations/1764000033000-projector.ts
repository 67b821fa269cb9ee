import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The projector: a device without a user. It shows a code, a coordinator types it, and from then on one function answers it:
 * the current card of that table's open meeting. Its role can select from no table at all, so there is nothing to escalate to.
 */
export class Projector1764000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The token is the device's own from the start; pairing only says which table it shows. Wall clock, like all sessions.
create table sec.projector_session (
  token_hash bytea constraint projector_session_pkey primary key constraint projector_session_hash check (length(token_hash) = 32),
  id uuid not null default gen_random_uuid() constraint projector_session_id unique,
  code_hash bytea constraint projector_session_code unique,
  source bytea constraint projector_session_source check (length(source) = 32),
  code_until timestamptz not null default clock_timestamp() + interval '2 minutes',
  expires_at timestamptz not null default clock_timestamp() + interval '12 hours',
  table_id uuid constraint projector_session_table references sec.situation_table,
  paired_by uuid constraint projector_session_seat references sec.seat,
  paired_at timestamptz, ended_at timestamptz,
  constraint projector_session_paired check (num_nulls(table_id, paired_by, paired_at) in (0, 3)),
  constraint projector_session_code_once check (table_id is null or code_hash is null)
);
create index projector_session_by_table on sec.projector_session (table_id) where ended_at is null;
create index projector_session_by_seat on sec.projector_session (paired_by) where paired_by is not null;
alter table sec.projector_session enable row level security;
alter table sec.projector_session force row level security;
create policy projector_session_owner on sec.projector_session to owner using (true) with check (true);

comment on column sec.projector_session.source is 'keyed pseudonym of where the code was asked for; gone once it is paired';

-- Anybody may ask for a code, since the device has no user. A source that asks often is slowed. At most 50 codes of a source wait,
-- and 2,000 in all: then the oldest of the source that has most gives way, so that strangers elsewhere push out only their own.
-- Returns the pause in milliseconds.
create function sec.begin_pairing(p_token_hash bytea, p_code_hash bytea, p_source bytea) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare pause integer := sec.slow_try('projector', p_source, 30); crowded bytea;
begin
  perform pg_advisory_xact_lock(hashtext('sec.begin_pairing'));
  delete from sec.projector_session where projector_session.expires_at <= clock_timestamp() or projector_session.ended_at is not null
    or (projector_session.table_id is null and projector_session.code_until <= clock_timestamp());
  crowded := case when (select count(*) from sec.projector_session p where p.table_id is null and p.source = p_source) >= 50 then p_source
    when (select count(*) from sec.projector_session p where p.table_id is null) >= 2000 then
      (select p.source from sec.projector_session p where p.table_id is null group by p.source order by count(*) desc, min(p.code_until) limit 1) end;
  if crowded is not null then
    delete from sec.projector_session where projector_session.token_hash = (select p.token_hash from sec.projector_session p
      where p.table_id is null and p.source = crowded order by p.code_until, p.token_hash limit 1);
  end if;
  insert into sec.projector_session (token_hash, code_hash, source) values (p_token_hash, p_code_hash, p_source);
  return pause;
end $$;

-- A code that a coordinator types is counted before it is judged, by person: a wrong one must not lead to another table's screen by
-- trying. The seconds to wait, 0 to go on. The right one takes the count back.
create function sec.begin_pair(p_token_hash bytea) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return sec.own_try(sec.own_subject('pairing', uuid_send(s.user_id)), 10, interval '10 seconds'); end $$;

create function sec.pass_pair(p_token_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin perform sec.forgive_own(sec.own_subject('pairing', uuid_send(s.user_id))); end $$;

create function app.pair_projector(p_code_hash bytea) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); paired uuid;
begin
  update sec.projector_session set table_id = c.table_id, paired_by = c.seat_id, paired_at = clock_timestamp(), code_hash = null, source = null
   where projector_session.code_hash = p_code_hash and projector_session.code_until > clock_timestamp() returning projector_session.id into paired;
  if not found then raise exception 'projector.codeUnknown' using errcode = 'P0001'; end if;
  perform audit.record('projector.pair', 'projector', paired, '{}', 'allow');
  return paired;
end $$;

create function app.end_projectors_of(p_table uuid) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended uuid; n integer := 0;
begin
  for ended in update sec.projector_session set ended_at = clock_timestamp() where projector_session.table_id = p_table and projector_session.ended_at is null returning projector_session.id
  loop perform audit.record('projector.end', 'projector', ended, '{}', 'allow', p_table => p_table); n := n + 1; end loop;
  return n;
end $$;
create function app.end_projectors() returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
begin return app.end_projectors_of((app.chair()).table_id); end $$;

-- The context of a paired device: its table and its persona, no user, seat or agency. It lives no longer than the seat that paired it.
create function sec.enter_projector(p_token_hash bytea) returns sec.ctx_t language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t;
begin
  select p.id, null, null, 'projector', p.table_id, null, null, null into c from sec.projector_session p
    join sec.seat on seat.id = p.paired_by and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now()
    join sec.app_user u on u.id = seat.user_id and u.status = 'active'
    join sec.situation_table t on t.id = p.table_id and t.ended_at is null
   where p.token_hash = p_token_hash and p.ended_at is null and p.expires_at > clock_timestamp();
  if not found then raise exception 'not paired' using errcode = 'P0002'; end if;
  perform sec.set_context(c);
  return c;
end $$;

-- The one thing a projector may ask (matrix: PR, rows 3, 4, 6 to 8). No row: no meeting is open. Shaded: nothing but that it is.
-- The sector of the originating agency stands for the agency. The summary is sealed under the key of tier 2; only while the coordinator
-- has put it on the wall are the text and its key handed out, for this card alone, so that the API process opens it and the screen
-- never holds a key. Notes stand under the same key, but no function hands their text to a projector.
create function app.projector_card() returns table (table_id uuid, shaded boolean, situation_id uuid, number text, stage text, type text, age_band text, sex text,
  sectors text[], risk_factors text[], study_flags text[], protective_factors text[], persons jsonb, originating_sector text,
  terms jsonb, summary bytea, wrapped bytea, epoch_id text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.meeting_card; s app.situation;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> 'projector' then raise exception 'not for this seat' using errcode = '42501'; end if;
  select card.* into k from app.meeting_card card join app.meeting m on m.table_id = card.table_id and m.id = card.meeting_id
   where m.table_id = c.table_id and m.opened_at is not null and m.closed_at is null;
  if not found then return; end if;
  select situation.* into s from app.situation where situation.table_id = k.table_id and situation.id = k.situation_id and not situation.hidden
    and situation.stage in ('deidentified', 'limited', 'planning', 'intervention');
  if k.shaded or s.id is null then
    table_id := k.table_id; shaded := k.shaded;
    return next;
    return;
  end if;
  -- Once for a projector and situation: who saw this says that it was on the wall, and how many agencies were in the room.
  perform from audit.first_reads(c.session_id, c.session_id, array[s.id]);
  if found then
    perform audit.record('projector.card', 'situation', s.id, array['T2'], 'allow', null, jsonb_build_object('agenciesPresent',
      (select count(*) from app.attendance a where a.table_id = k.table_id and a.meeting_id = k.meeting_id)));
  end if;
  return query select k.table_id, false, s.id, s.number, s.stage, t.type, t.age_band, t.sex, t.sectors, t.risk_factors, t.study_flags, t.protective_factors,
      coalesce((select jsonb_agg(jsonb_build_object('ageBand', p.age_band, 'sex', p.sex, 'riskFactors', p.risk_factors) order by p.age_band, p.sex, p.id)
        from app.affected_person p where p.table_id = s.table_id and p.situation_id = s.id), '[]'),
      a.sector,
      -- The words for these codes, so that the screen needs to ask for nothing else.
      (select coalesce(jsonb_agg(jsonb_build_object('list', w.list, 'code', w.code, 'labelEn', w.label_en, 'labelFr', w.label_fr,
          'categoryEn', g.label_en, 'categoryFr', g.label_fr) order by w.list, w.code), '[]')
        from codebook.term w join codebook.list l on l.list = w.list
        left join codebook.term g on w.list in ('riskFactor', 'protectiveFactor') and g.list = l.group_list and g.code = w.group_code and g.version_to is null and g.table_id is null
        where w.version_to is null and (w.table_id is null or w.table_id = s.table_id) and (
          (w.list = 'situationType' and w.code = t.type) or (w.list = 'sector' and w.code = any (t.sectors || a.sector)) or (w.list = 'riskFactor' and w.code = any (t.risk_factors || q.risk_factors))
          or (w.list = 'studyFlag' and w.code = any (t.study_flags)) or (w.list = 'protectiveFactor' and w.code = any (t.protective_factors))
          or (w.list = 'ageBand' and w.code = any (q.age_bands || t.age_band)) or (w.list = 'sex' and w.code = any (q.sexes || t.sex)))),
      x.summary, case when x.summary is not null then y.wrapped end, case when x.summary is not null then y.epoch_id end
    from app.tier2 t join app.situation_origin o on o.table_id = t.table_id and o.situation_id = t.situation_id join sec.agency a on a.id = o.agency_id
    cross join lateral (select coalesce(array_agg(p.age_band), '{}') as age_bands, coalesce(array_agg(p.sex), '{}') as sexes,
        coalesce((select array_agg(distinct f.code) from app.affected_person b cross join lateral unnest(b.risk_factors) f(code) where b.table_id = s.table_id and b.situation_id = s.id), '{}') as risk_factors
      from app.affected_person p where p.table_id = s.table_id and p.situation_id = s.id) q
    left join app.tier2_text x on k.with_summary and x.table_id = t.table_id and x.situation_id = t.situation_id
    left join app.tier_key y on k.with_summary and y.table_id = t.table_id and y.situation_id = t.situation_id and y.tier = 2
   where t.table_id = s.table_id and t.situation_id = s.id;
end $$;

revoke all on function sec.begin_pairing(bytea, bytea, bytea), sec.begin_pair(bytea), sec.pass_pair(bytea),
  sec.enter_projector(bytea) from public;
grant usage on schema app to projector;
grant execute on function sec.begin_pairing(bytea, bytea, bytea), sec.begin_pair(bytea), sec.pass_pair(bytea) to authn;
grant execute on function sec.enter_projector(bytea) to app;
grant execute on function app.pair_projector(bytea), app.end_projectors() to coordinator;
grant execute on function app.projector_card() to projector;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
