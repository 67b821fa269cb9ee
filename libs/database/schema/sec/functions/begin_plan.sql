-- Every table has a rule from its first day, however it was made: Thursday at half past nine until it is
-- changed.
create or replace function sec.begin_plan() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.meeting_plan (table_id) values (new.id);
  insert into sec.meeting_rule (table_id, from_on, anchor_on) values (new.id, '2000-01-01', '2000-01-01');
  return null;
end $$;
