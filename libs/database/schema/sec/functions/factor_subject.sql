-- Whose codes of the clock are counted: by device where it is known, so that a stranger who has the password
-- uses up the strangers' count alone. Codes of the clock have six digits, so that this count is strict; a
-- recovery code has 80 bits and is only slowed.
create or replace function sec.factor_subject(p_user uuid, p_device bytea) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select case when sec.knows_device(p_user, p_device)
    then sec.own_subject('factor device', p_device || uuid_send(p_user))
    else sec.own_subject('factor', uuid_send(p_user)) end $$;
