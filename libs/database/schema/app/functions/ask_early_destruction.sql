create or replace function app.ask_early_destruction(p_situation uuid, p_consent text,
    p_consented_on date) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true);
s app.situation := app.officers_situation(p_situation, true); made uuid;
begin
  if not exists (select from app.workflow w where w.table_id = s.table_id and w.situation_id = s.id
      and w.sealed_at is not null) or s.stage <> 'concluded'
    then raise exception 'retention.notSealed' using errcode = 'P0001'; end if;
  if app.is_held(s.table_id, s.id) then raise exception 'retention.held' using errcode = 'P0001'; end if;
  if (p_consented_on <= sec.today(s.table_id)) is not true
    then raise exception 'destruction.consentDate' using errcode = 'P0001'; end if;
  perform sec.check_reach(p_consented_on, 'consentedOn');
  insert into app.early_destruction (table_id, situation_id, agency_id, asked_by, consent,
      consented_on) values (s.table_id, s.id, c.agency_id, c.user_id, p_consent, p_consented_on)
    on conflict (table_id, situation_id) do nothing returning early_destruction.id into made;
  if made is null then raise exception 'destruction.askedAlready' using errcode = 'P0001'; end if;
  perform audit.record('destruction.ask', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('consent', p_consent, 'consentedOn', p_consented_on), s.table_id);
  return made;
end $$;

grant execute on function app.ask_early_destruction(uuid, text, date) to privacy;
