-- Everybody with a seat at the table, one notice each: which meeting, when it was to be and when it is now.
create or replace function sec.tell_of_meeting(p_code text, p_table uuid, p_meeting uuid, p_was timestamptz,
    p_now timestamptz)
returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.notice (user_id, code, object_id, table_id, meets_was, meets_at)
  select distinct l.user_id, p_code, p_meeting, p_table, p_was, p_now
    from sec.live_seat l where l.table_id = p_table and l.persona in ('rep', 'coordinator');
  perform sec.drop_untrue_calls(p_table);
end $$;
