-- Codes are checked when they are chosen: a correction of something else may keep a term that was retired
-- since.
create or replace function app.check_tier2() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare f app.coded_field; fresh jsonb := to_jsonb(new);
was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end;
begin
  for f in select coded_field.* from app.coded_field order by coded_field.position loop
    continue when tg_op = 'UPDATE' and fresh -> f.column_name is not distinct from was -> f.column_name;
    if f.many then
      perform app.require_codes(f.list,
          app.chosen_anew(app.texts(fresh, f.column_name), app.texts(was, f.column_name)));
    else
      perform app.require_code(f.list, fresh ->> f.column_name);
    end if;
  end loop;
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
