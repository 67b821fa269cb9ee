-- An agency that leaves a table loses every disclosure and open role there in the same transaction; the
-- coordinator is asked again.
create or replace function app.end_with_place() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation;
begin
  -- A release, assignment or reopening under way ends first, so that what it gives this agency is seen and
  -- taken back; later ones see it gone.
  perform from app.situation where situation.table_id = new.table_id order by situation.id for update;
  for s in select situation.* from app.situation join app.assignment a on a.table_id = situation.table_id
    and a.situation_id = situation.id
     where a.table_id = new.table_id and a.agency_id = new.agency_id and a.state in ('asked', 'accepted')
       order by situation.id for update of situation
  loop
    if s.stage in ('planning', 'intervention') then
      perform app.open_hand_over(new.table_id, s.id, new.agency_id, a.role) from app.assignment a
       where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = new.agency_id
         and a.state in ('asked', 'accepted');
    end if;
    update app.assignment set state = 'left', answered_at = sec.domain_now(), reason = 'agencyLeft'
     where assignment.table_id = s.table_id and assignment.situation_id = s.id
       and assignment.agency_id = new.agency_id and assignment.state in ('asked', 'accepted');
    update app.situation set version = situation.version + 1 where situation.table_id = s.table_id
      and situation.id = s.id;
    insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id,
        s.version + 1, 'agencyLeft', s.stage, sec.domain_now());
    perform audit.record('situation.agencyLeft', 'situation', s.id, '{}', 'allow', null,
        jsonb_build_object('agency', new.agency_id), s.table_id);
  end loop;
  update app.disclosure set revoked_at = sec.domain_now(), revoked_because = 'agencyLeft'
   where disclosure.table_id = new.table_id and disclosure.agency_id = new.agency_id
     and disclosure.revoked_at is null;
  return null;
end $$;
