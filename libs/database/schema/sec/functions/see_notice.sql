create or replace function sec.see_notice(p_notice uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator', 'auditor', 'administrator', 'privacy'], false);
begin
  update sec.notice set seen_at = coalesce(notice.seen_at, sec.domain_now()) where notice.id = p_notice
    and notice.user_id = c.user_id
    -- That one is seen by reading the list itself.
    and notice.code <> 'table.listToSee';
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
end $$;

grant execute on function sec.see_notice(uuid) to rep, coordinator, auditor, administrator, privacy;
