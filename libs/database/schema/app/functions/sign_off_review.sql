-- The event names the review by an id that goes with the situation: neither person, situation nor kind can be
-- told from it afterwards.
create or replace function app.sign_off_review(p_id uuid, p_times integer, p_finding text,
    p_note text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); g app.signal;
begin
  select signal.* into g from app.signal join app.situation s on s.table_id = signal.table_id
    and s.id = signal.situation_id and not s.hidden
    where signal.id = p_id and signal.agency_id = c.agency_id for update of signal;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if g.user_id = c.user_id then raise exception 'review.own' using errcode = 'P0001'; end if;
  if g.reviewed_at is not null then raise exception 'review.signedOff' using errcode = 'P0001'; end if;
  if g.times <> p_times then raise exception 'review.moreSince' using errcode = 'P0001'; end if;
  -- The audit is for ever: a colleague's surname may be the one that is destroyed with the situation.
  -- Accents do not count. Particles such as "de" are in every French sentence: inside a name they are none,
  -- at its ends they are (Lê, Du).
  if exists (select from sec.app_user u cross
      join lateral regexp_split_to_array(btrim(app.folded(u.display_name)), '[^[:alnum:]]+') words
      cross join lateral unnest(words) with ordinality each(word, place)
      where u.id in (g.user_id, c.user_id) and length(word) > 1
        and (place in (1, cardinality(words))
            or word not in ('de', 'du', 'des', 'la', 'le', 'les', 'da', 'di', 'al', 'el', 'st'))
        and app.folded(p_note) ~ ('\m' || word || '\M'))
        then raise exception 'review.noteNames' using errcode = 'P0001'; end if;
  update app.signal set reviewed_by = c.user_id, reviewed_at = sec.domain_now(), finding = p_finding
    where signal.table_id = g.table_id and signal.situation_id = g.situation_id and signal.id = g.id;
  perform audit.record('review.signOff', 'review', g.id, '{}', 'allow', null,
      jsonb_strip_nulls(jsonb_build_object('finding', p_finding, 'note', p_note)), g.table_id);
end $$;

grant execute on function app.sign_off_review(uuid, integer, text, text) to privacy;
