import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What privacy officers do about the end of a situation: holds, early destruction, and the lists that they answer by. */
export class Holds1764000071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An agency has to do with a situation that it brought, was told of, or was asked to help with.
create function app.contributed(p_agency uuid, p_table uuid, p_situation uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation_origin o where o.table_id = p_table and o.situation_id = p_situation and o.agency_id = p_agency)
    or exists (select from app.disclosure d where d.table_id = p_table and d.situation_id = p_situation and d.agency_id = p_agency)
    or exists (select from app.assignment a where a.table_id = p_table and a.situation_id = p_situation and a.agency_id = p_agency) $$;

-- The situation that an officer's agency has to do with, locked; anything else is not there.
create function app.officers_situation(p_situation uuid, p_originated boolean) returns app.situation language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency(); s app.situation;
begin
  select situation.* into s from sec.table_agency ta join app.situation on situation.table_id = ta.table_id and situation.id = p_situation
    where ta.agency_id = own and not situation.hidden for update of situation;
  if not found or not app.contributed(own, s.table_id, s.id)
    or (p_originated and not exists (select from app.situation_origin o where o.table_id = s.table_id and o.situation_id = s.id and o.agency_id = own)) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.still_entered();
  return s;
end $$;

create function app.may_be_held(s app.situation) returns boolean language sql immutable set search_path = pg_catalog as $$
  select s.stage in ('limited', 'planning', 'intervention', 'concluded') $$;

create function app.set_hold(p_situation uuid, p_reason text, p_review_on date) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); s app.situation := app.officers_situation(p_situation, false); made uuid;
begin
  if not app.may_be_held(s) then raise exception 'hold.stage' using errcode = 'P0001'; end if;
  if (p_review_on > sec.today(s.table_id) and p_review_on <= sec.today(s.table_id) + 366) is not true then raise exception 'hold.reviewDate' using errcode = 'P0001'; end if;
  insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by) values (s.table_id, s.id, c.agency_id, p_reason, p_review_on, c.user_id)
    on conflict (table_id, situation_id, agency_id) where lifted_at is null do nothing returning hold.id into made;
  if made is null then raise exception 'hold.standsAlready' using errcode = 'P0001'; end if;
  update app.hold_request set answered_at = sec.domain_now() where hold_request.table_id = s.table_id and hold_request.situation_id = s.id and hold_request.agency_id = c.agency_id and hold_request.answered_at is null;
  perform audit.record('hold.set', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('hold', made, 'reason', p_reason, 'reviewOn', p_review_on), s.table_id);
  return made;
end $$;

create function app.lift_hold(p_hold uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); h app.hold; s app.situation;
begin
  select hold.* into h from app.hold where hold.id = p_hold and hold.agency_id = c.agency_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  s := app.officers_situation(h.situation_id, false);
  update app.hold set lifted_at = sec.domain_now(), lifted_by = c.user_id where hold.table_id = h.table_id and hold.situation_id = h.situation_id and hold.id = h.id and hold.lifted_at is null;
  if not found then raise exception 'hold.liftedAlready' using errcode = 'P0001'; end if;
  perform audit.record('hold.lift', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('hold', h.id), s.table_id);
end $$;

-- Row 39: a representative whose agency brought it asks the own officer.
create function app.ask_hold(p_situation uuid, p_reason text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep'], false); s app.situation; made uuid;
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation and not situation.hidden for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if not app.originated_here(p_situation) then raise exception 'permission.refused' using errcode = 'P0001'; end if;
  if not app.may_be_held(s) then raise exception 'hold.stage' using errcode = 'P0001'; end if;
  insert into app.hold_request (table_id, situation_id, agency_id, reason, asked_by) values (s.table_id, s.id, c.agency_id, p_reason, c.user_id)
    on conflict (table_id, situation_id, agency_id) where answered_at is null do nothing returning hold_request.id into made;
  if made is null then raise exception 'hold.askedAlready' using errcode = 'P0001'; end if;
  perform audit.record('hold.ask', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('reason', p_reason));
  return made;
end $$;
create function app.refuse_hold(p_request uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); r app.hold_request;
begin
  update app.hold_request set answered_at = sec.domain_now() where hold_request.id = p_request and hold_request.agency_id = c.agency_id and hold_request.answered_at is null returning hold_request.* into r;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('hold.refuse', 'situation', r.situation_id, '{}', 'allow', null, '{}', r.table_id);
end $$;

-- Row 39: the coordinator and those who intervene see that a hold stands; the others at the table are refused, and whoever asked the officer is told by the officer.
create function app.holds_of(p_situation uuid) returns table (id uuid, agency_id uuid, reason text, review_on date, set_at timestamptz, lifted_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation;
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id and situation.id = p_situation and not situation.hidden;
  if not found or c.persona not in ('rep', 'coordinator') or not app.may_be_held(s) then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.persona = 'rep' and not (s.stage in ('planning', 'intervention')
      and exists (select from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = c.agency_id and a.state = 'accepted')) then
    if app.originated_here(p_situation) then raise exception 'not found' using errcode = 'P0002'; end if;
    raise exception 'permission.refused' using errcode = 'P0001';
  end if;
  return query select h.id, h.agency_id, h.reason, h.review_on, h.set_at, h.lifted_at from app.hold h where h.table_id = s.table_id and h.situation_id = s.id order by h.set_at, h.id;
end $$;

create function app.ask_early_destruction(p_situation uuid, p_consent text, p_consented_on date) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); s app.situation := app.officers_situation(p_situation, true); made uuid;
begin
  if not exists (select from app.workflow w where w.table_id = s.table_id and w.situation_id = s.id and w.sealed_at is not null) or s.stage <> 'concluded' then raise exception 'retention.notSealed' using errcode = 'P0001'; end if;
  if app.is_held(s.table_id, s.id) then raise exception 'retention.held' using errcode = 'P0001'; end if;
  if (p_consented_on <= sec.today(s.table_id)) is not true then raise exception 'destruction.consentDate' using errcode = 'P0001'; end if;
  insert into app.early_destruction (table_id, situation_id, agency_id, asked_by, consent, consented_on) values (s.table_id, s.id, c.agency_id, c.user_id, p_consent, p_consented_on)
    on conflict (table_id, situation_id) do nothing returning early_destruction.id into made;
  if made is null then raise exception 'destruction.askedAlready' using errcode = 'P0001'; end if;
  perform audit.record('destruction.ask', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('consent', p_consent, 'consentedOn', p_consented_on), s.table_id);
  return made;
end $$;
create function app.withdraw_early_destruction(p_id uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); e app.early_destruction;
begin
  delete from app.early_destruction where early_destruction.id = p_id and early_destruction.agency_id = c.agency_id returning early_destruction.* into e;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('destruction.withdraw', 'situation', e.situation_id, '{}', 'allow', null, '{}', e.table_id);
end $$;
-- The second person's word destroys at once, in this transaction.
create function app.approve_early_destruction(p_id uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator'], true); e app.early_destruction; s app.situation;
begin
  select early_destruction.* into e from app.early_destruction where early_destruction.table_id = c.table_id and early_destruction.id = p_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.asked_by = c.user_id then raise exception 'destruction.samePerson' using errcode = 'P0001'; end if;
  perform sec.require_independent(c, e.asked_by);
  -- It has no day on which it lapses, so that whoever asked must still answer for the agency.
  if not exists (select from sec.live_officer l where l.user_id = e.asked_by and l.agency_id = e.agency_id) then raise exception 'destruction.askerLeft' using errcode = 'P0001'; end if;
  select situation.* into strict s from app.situation where situation.table_id = e.table_id and situation.id = e.situation_id for update;
  perform sec.still_entered();
  perform from app.early_destruction x where x.table_id = e.table_id and x.situation_id = e.situation_id and x.id = e.id for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('destruction.approve', 'situation', s.id, '{}', 'allow', null, jsonb_build_object('consent', e.consent, 'consentedOn', e.consented_on, 'askedBy', e.asked_by));
  perform app.destroy(s, 'early');
end $$;

-- The lists. Of what the agency brought: what is concluded and when it falls due; what stands as a hold; what was asked; what is gone.
create function app.agency_retention(p_days integer, p_after_on date, p_after_id uuid, p_limit integer)
returns table (table_id uuid, situation_id uuid, number text, concluded_on date, destroy_on date, sealed boolean, held boolean, early_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('retention.list', 'agency', own, '{}', 'allow');
  return query select d.table_id, d.situation_id, d.number, d.concluded_on, d.destroy_on, d.sealed, d.held, e.id
    from app.due_within(p_days) d left join app.early_destruction e on e.table_id = d.table_id and e.situation_id = d.situation_id
    where d.agency_id = own and (p_after_id is null or (d.destroy_on, d.situation_id) > (p_after_on, p_after_id))
    order by d.destroy_on, d.situation_id limit p_limit;
end $$;
-- Those that stand first, then by the day of their review.
create function app.agency_holds(p_after_lifted boolean, p_after_on date, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, review_on date, review_due boolean, set_at timestamptz, lifted_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('hold.list', 'agency', own, '{}', 'allow');
  return query select h.id, h.table_id, h.situation_id, s.number, h.reason, h.review_on,
      h.lifted_at is null and h.review_on <= sec.today(h.table_id), h.set_at, h.lifted_at
    from app.hold h join app.situation s on s.table_id = h.table_id and s.id = h.situation_id
    where h.agency_id = own
      and (p_after_id is null or (h.lifted_at is not null, h.review_on, h.id) > (p_after_lifted, p_after_on, p_after_id))
    order by h.lifted_at is not null, h.review_on, h.id limit p_limit;
end $$;
create function app.agency_hold_requests(p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, asked_by uuid, asked_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  return query select r.id, r.table_id, r.situation_id, s.number, r.reason, r.asked_by, r.asked_at
    from app.hold_request r join app.situation s on s.table_id = r.table_id and s.id = r.situation_id
    where r.agency_id = own and r.answered_at is null
      and (p_after_id is null or (r.asked_at, r.id) > (p_after_at, p_after_id)) order by r.asked_at, r.id limit p_limit;
end $$;
create function app.agency_certificates(p_before_at timestamptz, p_before_id uuid, p_limit integer)
returns table (table_id uuid, situation_id uuid, number text, because text, destroyed_at timestamptz, rows jsonb, content_hash text, keys_hash text)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  return query select k.table_id, k.situation_id, k.number, k.because, k.destroyed_at, k.rows, k.content_hash, k.keys_hash
    from app.certificate k
    where k.agency_id = own and (p_before_id is null or (k.destroyed_at, k.situation_id) < (p_before_at, p_before_id))
    order by k.destroyed_at desc, k.situation_id desc limit p_limit;
end $$;
grant execute on function app.set_hold(uuid, text, date), app.lift_hold(uuid), app.refuse_hold(uuid), app.ask_early_destruction(uuid, text, date), app.withdraw_early_destruction(uuid),
  app.agency_retention(integer, date, uuid, integer), app.agency_holds(boolean, date, uuid, integer),
  app.agency_hold_requests(timestamptz, uuid, integer), app.agency_certificates(timestamptz, uuid, integer) to privacy;
grant execute on function app.ask_hold(uuid, text) to rep;
grant execute on function app.holds_of(uuid) to rep, coordinator;
grant execute on function app.approve_early_destruction(uuid) to coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
