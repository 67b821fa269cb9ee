create or replace function app.assign(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.revoke_disclosures(s.table_id, s.id,
      array(select d.agency_id from app.disclosure d where d.table_id = s.table_id
        and d.situation_id = s.id and d.revoked_at is null and not d.agency_id = any (app.agencies(p))),
      array[3]::smallint[], 'notNamed');
  perform app.ask(s, (p ->> 'lead')::uuid, 'lead');
  perform app.ask(s, x::uuid, 'assisting') from jsonb_array_elements_text(coalesce(p -> 'assisting', '[]')) x;
end $$;
