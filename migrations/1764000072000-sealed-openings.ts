import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dual control over what is concluded (matrix row 27). A privacy officer of an agency that wrote something asks; within thirty minutes the coordinator
 * or another privacy officer approves; within thirty more the asker reads what the own agency wrote. Times are the wall clock's, as for proofs.
 */
export class SealedOpenings1764000072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table app.opening (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint opening_agency references sec.agency, asked_by uuid not null constraint opening_asker references sec.app_user,
  purpose text not null constraint opening_purpose check (purpose in ('accessRequest', 'litigation', 'investigation', 'courtOrder')), asked_at timestamptz not null default clock_timestamp(),
  approved_by uuid constraint opening_approver references sec.app_user, approved_as text, approved_at timestamptz,
  constraint opening_pkey primary key (table_id, situation_id, id),
  constraint opening_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint opening_two_people check (approved_by is null or approved_by <> asked_by)
);
alter table app.opening enable row level security; alter table app.opening force row level security;
create policy opening_wall on app.opening as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (opening.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user) with check (opening.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user);
create policy opening_owner on app.opening to owner using (true) with check (true);

create function app.ask_opening(p_situation uuid, p_purpose text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); s app.situation := app.officers_situation(p_situation, false); made uuid;
begin
  if s.stage <> 'concluded' then raise exception 'opening.stage' using errcode = 'P0001'; end if;
  if exists (select from app.opening o where o.table_id = s.table_id and o.situation_id = s.id and o.agency_id = c.agency_id and o.approved_at is null and o.asked_at > clock_timestamp() - interval '30 minutes') then
    raise exception 'opening.askedAlready' using errcode = 'P0001';
  end if;
  insert into app.opening (table_id, situation_id, agency_id, asked_by, purpose) values (s.table_id, s.id, c.agency_id, c.user_id, p_purpose) returning opening.id into made;
  perform audit.record('opening.ask', 'situation', s.id, '{}', 'allow', p_purpose, '{}', s.table_id);
  return made;
end $$;

-- Who may be the second person: the table's coordinator, or a privacy officer whose agency has to do with it too.
create function app.may_second(o app.opening, c sec.ctx_t) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select case c.persona when 'coordinator' then c.table_id = o.table_id when 'privacy' then app.contributed(c.agency_id, o.table_id, o.situation_id) else false end $$;
create function app.approve_opening(p_id uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], true); o app.opening;
begin
  select opening.* into o from app.opening where opening.id = p_id for update;
  if not found or not app.may_second(o, c) then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if o.asked_by = c.user_id then raise exception 'opening.samePerson' using errcode = 'P0001'; end if;
  perform sec.require_independent(c, o.asked_by);
  if o.approved_at is not null then raise exception 'opening.approvedAlready' using errcode = 'P0001'; end if;
  if o.asked_at <= clock_timestamp() - interval '30 minutes' then raise exception 'opening.tooLate' using errcode = 'P0001'; end if;
  update app.opening set approved_by = c.user_id, approved_as = c.persona, approved_at = clock_timestamp() where opening.table_id = o.table_id and opening.situation_id = o.situation_id and opening.id = o.id;
  perform audit.record('opening.approve', 'situation', o.situation_id, '{}', 'allow', o.purpose, jsonb_build_object('askedBy', o.asked_by), o.table_id);
end $$;

create function app.openings(p_before_at timestamptz, p_before_id uuid, p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, agency_id uuid, purpose text, asked_at timestamptz, approved_at timestamptz, mine boolean, waits boolean, readable boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], false);
begin
  return query select o.id, o.table_id, o.situation_id, s.number, o.agency_id, o.purpose, o.asked_at, o.approved_at, o.asked_by = c.user_id,
      o.approved_at is null and o.asked_at > clock_timestamp() - interval '30 minutes',
      o.asked_by = c.user_id and o.approved_at > clock_timestamp() - interval '30 minutes' is true
    from app.opening o join app.situation s on s.table_id = o.table_id and s.id = o.situation_id where app.may_second(o, c)
      and (p_before_id is null or (o.asked_at, o.id) < (p_before_at, p_before_id)) order by o.asked_at desc, o.id desc limit p_limit;
end $$;

-- No event, no key: what the asker's agency wrote, each text with the key of its tier. Others' contributions are their officers' to open.
create function app.open_sealed(p_id uuid) returns table (number text, table_id uuid, situation_id uuid, field text, row_id uuid, tier smallint, sealed bytea, wrapped bytea, epoch_id text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); o app.opening; t uuid; i uuid; a uuid;
begin
  select opening.* into o from app.opening where opening.id = p_id and opening.asked_by = c.user_id and opening.agency_id = c.agency_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if o.approved_at is null then raise exception 'opening.notApproved' using errcode = 'P0001'; end if;
  if o.approved_at <= clock_timestamp() - interval '30 minutes' then raise exception 'opening.tooLate' using errcode = 'P0001'; end if;
  t := o.table_id; i := o.situation_id; a := o.agency_id;
  perform audit.record('tier.open', 'situation', i, array['T2', 'T3', 'T4'], 'allow', o.purpose, jsonb_build_object('opening', o.id), t);
  return query select s.number, t, i, x.field, x.row_id, k.tier, x.sealed, k.wrapped, k.epoch_id from (
      select 'discussion_note.note', n.id, 2::smallint, n.note from app.discussion_note n where n.table_id = t and n.situation_id = i and n.agency_id = a
      union all select 'tier2_text.summary', i, 2::smallint, y.summary from app.tier2_text y where y.table_id = t and y.situation_id = i and y.summary is not null
        and exists (select from app.situation_origin g where g.table_id = t and g.situation_id = i and g.agency_id = a)
      union all select 'tier3.identity', y.id, 3::smallint, y.identity from app.tier3 y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'tier4.content', y.id, 4::smallint, y.content from app.tier4 y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'plan.content', y.id, 4::smallint, y.content from app.plan y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'safety_note.note', y.id, 4::smallint, y.note from app.safety_note y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'report_back_detail.detail', y.report_back_id, 4::smallint, y.detail from app.report_back_detail y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'consent_detail.detail', y.consent_id, 4::smallint, y.detail from app.consent_detail y where y.table_id = t and y.situation_id = i and y.agency_id = a
    ) x (field, row_id, tier, sealed) join app.tier_key k on k.table_id = t and k.situation_id = i and k.tier = x.tier join app.situation s on s.table_id = t and s.id = i
    order by k.tier, x.field, x.row_id;
end $$;
grant execute on function app.ask_opening(uuid, text), app.open_sealed(uuid) to privacy;
grant execute on function app.openings(timestamptz, uuid, integer), app.approve_opening(uuid) to coordinator, privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
