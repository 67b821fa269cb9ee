-- What is in an email, at the moment of its sending: nothing any more where the account, the seat, the
-- address or the invitation has ended since.
create or replace function sec.open_email(p_email uuid) returns table (kind text, user_id uuid,
    language text, sealed bytea, told jsonb)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare l sec.email; u sec.app_user;
begin
  select email.* into l from sec.email where email.id = p_email and email.sent_at is null
    and email.dead_at is null;
  if not found then return; end if;
  select app_user.* into strict u from sec.app_user where app_user.id = l.user_id;
  if l.kind = 'weekly' then
    return query select l.kind, l.user_id, u.language, m.sealed, app.digest_told(l.id) from sec.mail_address m
      where m.user_id = l.user_id and m.sealed is not null and m.wanted and u.status = 'active';
    return;
  end if;
  if l.kind <> 'digest' then
    if l.kind = 'invitation'
      and not exists (select from sec.invitation i where i.id = l.invitation_id and i.redeemed_at is null
        and i.cancelled_at is null) then return; end if;
    return query select l.kind, l.user_id, u.language, l.sealed, '[]'::jsonb;
    return;
  end if;
  return query select l.kind, l.user_id, u.language, m.sealed, (
      select jsonb_agg(jsonb_build_object('code', n.code, 'number', n.number, 'table', t.name, 'zone',
            t.time_zone, 'was', n.meets_was, 'now', n.meets_at)
          order by t.name, app.number_order(n.number), n.created_at)
        from sec.notice n join sec.situation_table t on t.id = n.table_id
       -- What is an agency's is told to who represents it still, what is nobody's to who coordinates still: a
       -- notice may have waited over a change of seats.
       where n.email_id = l.id and sec.is_told_still(n))
    from sec.mail_address m where m.user_id = l.user_id and m.sealed is not null and m.wanted
      and u.status = 'active';
end $$;

grant execute on function sec.open_email(uuid) to job;
