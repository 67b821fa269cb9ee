create or replace function sec.show_digits(p_token_hash bytea, p_digits text, out until timestamptz,
    out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  wait_ms := sec.slow_try('joining', p_token_hash, 5);
  update sec.invitation set digits_hash = sec.digits_of(invitation.id, p_digits),
      digits_until = clock_timestamp() + interval '2 minutes', digits_tries = 0
    where invitation.token_hash = p_token_hash and invitation.redeemed_at is null
      and invitation.cancelled_at is null
      and invitation.expires_at > clock_timestamp() and invitation.face_by is null
    returning invitation.digits_until into until;
end $$;

grant execute on function sec.show_digits(bytea, text) to authn;
