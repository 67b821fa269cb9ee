create or replace function sec.keep_administrator(p_seat uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.seat; now_at timestamptz := sec.domain_now();
begin
  perform sec.lock_administrators();
  if sec.live_administrators(null) > 0 then return false; end if;
  update sec.seat set ends_at = now_at + interval '30 days', ended_because = null, version = seat.version + 1
    where seat.id = p_seat and seat.ends_at <= now_at returning seat.* into s;
  if not found then return false; end if;
  perform sec.tell(array[s.user_id], 'seat.keptAsLastAdministrator', s.id, null);
  perform audit.record('seat.keep', 'seat', s.id, array['administrator'], 'allow');
  return true;
end $$;
