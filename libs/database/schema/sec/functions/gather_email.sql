create or replace function sec.gather_email(p_user uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; now_at timestamptz := sec.domain_now();
begin
  perform from sec.mail_address m where m.user_id = p_user and m.sealed is not null
    and m.wanted for update skip locked;
  if not found
    or exists (select from sec.email l where l.user_id = p_user and l.kind = 'digest'
      and l.made_at > now_at - interval '30 minutes') then return false; end if;
  insert into sec.email (user_id, kind) values (p_user, 'digest') returning email.id into made;
  update sec.notice set email_id = made where notice.user_id = p_user and notice.email_id is null
    and notice.seen_at is null
    and notice.table_id is not null and notice.created_at > now_at - interval '36 hours';
  return true;
end $$;
