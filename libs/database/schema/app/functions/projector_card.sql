-- The one thing a projector may ask (matrix: PR, rows 3, 4, 6 to 8). No row: no meeting is open. Shaded:
-- nothing but that it is. The sector of the originating agency stands for the agency. The summary is sealed
-- under the key of tier 2; only while the coordinator has put it on the wall are the text and its key handed
-- out, for this card alone, so that the API process opens it and the screen never holds a key. Notes stand
-- under the same key, but no function hands their text to a projector.
create or replace function app.projector_card() returns table (table_id uuid, shaded boolean,
    situation_id uuid, number text, stage text, codes jsonb, persons jsonb,
    originating_sector text, terms jsonb,
    summary bytea, wrapped bytea, epoch_id text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.meeting_card; s app.situation;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> 'projector' then raise exception 'not for this seat' using errcode = '42501'; end if;
  select card.* into k from app.meeting_card card join app.meeting m on m.table_id = card.table_id
    and m.id = card.meeting_id
   where m.table_id = c.table_id and m.opened_at is not null and m.closed_at is null;
  if not found then return; end if;
  select situation.* into s from app.situation where situation.table_id = k.table_id
    and situation.id = k.situation_id and not situation.hidden
    and situation.stage in ('deidentified', 'limited', 'planning', 'intervention');
  if k.shaded or s.id is null then
    table_id := k.table_id; shaded := k.shaded;
    return next;
    return;
  end if;
  -- Once for a projector and situation: who saw this says that it was on the wall, and how many agencies were
  -- in the room.
  perform from audit.first_reads(c.session_id, c.session_id, array[s.id]);
  if found then
    perform audit.record('projector.card', 'situation', s.id, array['T2'], 'allow', null,
        jsonb_build_object('agenciesPresent',
      (select count(*) from app.attendance a where a.table_id = k.table_id and a.meeting_id = k.meeting_id)));
  end if;
  return query
  with field as (select f.name, f.list, to_jsonb(t) -> f.column_name as value from app.tier2 t
      cross join app.coded_field f where t.table_id = s.table_id and t.situation_id = s.id
      and 'projector' = any (f.shows)),
    person as (select p.id, p.place, p.age_band, p.sex, p.risk_factors from app.affected_person p
      where p.table_id = s.table_id and p.situation_id = s.id),
    chosen (list, code) as (
      select field.list, v.code from field cross join lateral jsonb_array_elements_text(
        case jsonb_typeof(field.value) when 'array' then field.value else jsonb_build_array(field.value) end)
        v(code)
      union select 'ageBand', person.age_band from person
      union select 'sex', person.sex from person
      union select 'riskFactor', unnest(person.risk_factors) from person
      union select 'sector', a.sector from app.situation_origin o join sec.agency a on a.id = o.agency_id
        where o.table_id = s.table_id and o.situation_id = s.id)
  select k.table_id, false, s.id, s.number, s.stage,
      (select jsonb_object_agg(field.name, field.value) from field),
      coalesce((select jsonb_agg(jsonb_build_object('ageBand', p.age_band, 'sex', p.sex, 'riskFactors',
                p.risk_factors) order by p.place, p.id) from person p), '[]'),
      a.sector,
      -- The words for these codes, so that the screen needs to ask for nothing else.
      (select coalesce(jsonb_agg(jsonb_build_object('list', w.list, 'code', w.code, 'labelEn', w.label_en,
                'labelFr', w.label_fr,
          'categoryEn', g.label_en, 'categoryFr', g.label_fr) order by w.list, w.code), '[]')
        from chosen h join codebook.term w on w.list = h.list and w.code = h.code
          join codebook.list l on l.list = w.list
        left join codebook.term g on w.list in ('riskFactor', 'protectiveFactor') and g.list = l.group_list
          and g.code = w.group_code and g.version_to is null and g.table_id is null
        where w.version_to is null and (w.table_id is null or w.table_id = s.table_id)),
      x.summary, case when x.summary is not null then y.wrapped end, case when x.summary is not null
        then y.epoch_id end
    from app.tier2 t join app.situation_origin o on o.table_id = t.table_id
      and o.situation_id = t.situation_id join sec.agency a on a.id = o.agency_id
    left join app.tier2_text x on k.with_summary and x.table_id = t.table_id
      and x.situation_id = t.situation_id
    left join app.tier_key y on k.with_summary and y.table_id = t.table_id and y.situation_id = t.situation_id
      and y.tier = 2
   where t.table_id = s.table_id and t.situation_id = s.id;
end $$;

grant execute on function app.projector_card() to projector;
