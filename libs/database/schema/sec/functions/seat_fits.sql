-- applied: before tables
-- Which seats there can be: a persona, and whether it is at a table, for an agency and has an employer. Seats
-- and offers are checked by it, so that a persona of a later version is one line more, also one without a
-- table.
create or replace function sec.seat_fits(p_persona text, p_table uuid, p_agency uuid,
    p_employer uuid) returns boolean language sql immutable set search_path = pg_catalog as $$
  select (p_persona, p_table is not null, p_agency is not null, p_employer is not null) in (
    values ('rep', true, true, false), ('coordinator', true, false, true), ('auditor', false, false, false),
      ('administrator', false, false, false), ('privacy', false, true, false)) $$;
