-- Nobody can ever open the screenings of an agency that has ended: they go with it, as what it drops itself.
create or replace function app.drop_screenings_of_agency() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare gone record;
begin
  for gone in delete from app.screening where screening.agency_id = new.id
    returning screening.table_id, screening.id loop
    perform audit.record('screening.drop', 'screening', gone.id, array['T1'], 'allow', null, '{}',
        gone.table_id);
  end loop;
  return null;
end $$;
