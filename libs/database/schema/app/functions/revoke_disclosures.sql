create or replace function app.revoke_disclosures(p_table uuid, p_situation uuid, p_agencies uuid[],
    p_tiers smallint[], p_because text) returns void
language sql security definer set search_path = pg_catalog as $$
  update app.disclosure set revoked_at = sec.domain_now(), revoked_because = p_because
   where disclosure.table_id = p_table and disclosure.situation_id = p_situation
     and disclosure.revoked_at is null
     and (p_agencies is null or disclosure.agency_id = any (p_agencies))
       and disclosure.tier = any (p_tiers) $$;
