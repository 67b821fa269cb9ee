create or replace function sec.note_checkpoint(p_number bigint, p_at timestamptz, p_digest text) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  insert into audit.checkpoint (number, made_at, digest) values (p_number, p_at, p_digest)
    on conflict (only_one) do update set number = p_number, made_at = p_at, digest = p_digest $$;

grant execute on function sec.note_checkpoint(bigint, timestamptz, text) to job;
