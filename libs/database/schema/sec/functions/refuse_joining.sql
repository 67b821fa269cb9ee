create or replace function sec.refuse_joining(p_joining uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy', 'administrator'],
  true); j sec.joining := sec.open_joining(p_joining, c);
begin
  update sec.joining set decision = case c.persona when 'administrator' then 'withdrawn'
    else 'refused' end, decided_at = sec.domain_now()
    where joining.table_id = j.table_id and joining.id = j.id;
  perform sec.tell(array[j.asked_by], 'joining.refused', j.id, j.agency_id);
  perform audit.record('joining.refuse', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
end $$;

grant execute on function sec.refuse_joining(uuid) to coordinator, privacy, administrator;
