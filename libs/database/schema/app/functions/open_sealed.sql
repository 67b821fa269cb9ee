-- No event, no key: what the asker's agency wrote, each text with the key of its tier. Others' contributions
-- are their officers' to open.
create or replace function app.open_sealed(p_id uuid) returns table (number text, table_id uuid,
    situation_id uuid, field text, row_id uuid, tier smallint, sealed bytea, wrapped bytea, epoch_id text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); o app.opening; t uuid; i uuid; a uuid;
begin
  select opening.* into o from app.opening where opening.id = p_id and opening.asked_by = c.user_id
    and opening.agency_id = c.agency_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if o.approved_at is null then raise exception 'opening.notApproved' using errcode = 'P0001'; end if;
  if o.approved_at <= clock_timestamp() - interval '30 minutes'
    then raise exception 'opening.tooLate' using errcode = 'P0001'; end if;
  t := o.table_id; i := o.situation_id; a := o.agency_id;
  perform audit.record('tier.open', 'situation', i, array['T2', 'T3', 'T4'], 'allow', o.purpose,
      jsonb_build_object('opening', o.id), t);
  return query select s.number, t, i, x.field, x.row_id, k.tier, x.sealed, k.wrapped, k.epoch_id from (
      select 'discussion_note.note', n.id, 2::smallint, n.note from app.discussion_note n where n.table_id = t
        and n.situation_id = i and n.agency_id = a
      union all select 'tier2_text.summary', i, 2::smallint, y.summary from app.tier2_text y
        where y.table_id = t and y.situation_id = i and y.summary is not null
        and exists (select from app.situation_origin g where g.table_id = t and g.situation_id = i
            and g.agency_id = a)
      union all select 'tier3.identity', y.id, 3::smallint, y.identity from app.tier3 y where y.table_id = t
        and y.situation_id = i and y.agency_id = a
      union all select 'tier4.content', y.id, 4::smallint, y.content from app.tier4 y where y.table_id = t
        and y.situation_id = i and y.agency_id = a
      union all select 'plan.content', y.id, 4::smallint, y.content from app.plan y where y.table_id = t
        and y.situation_id = i and y.agency_id = a
      union all select 'safety_note.note', y.id, 4::smallint, y.note from app.safety_note y
        where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'report_back_detail.detail', y.report_back_id, 4::smallint, y.detail
        from app.report_back_detail y where y.table_id = t and y.situation_id = i and y.agency_id = a
      union all select 'consent_detail.detail', y.consent_id, 4::smallint, y.detail from app.consent_detail y
        where y.table_id = t and y.situation_id = i and y.agency_id = a
    ) x (field, row_id, tier, sealed) join app.tier_key k on k.table_id = t and k.situation_id = i
    and k.tier = x.tier join app.situation s on s.table_id = t and s.id = i
    order by k.tier, x.field, x.row_id;
end $$;

grant execute on function app.open_sealed(uuid) to privacy;
