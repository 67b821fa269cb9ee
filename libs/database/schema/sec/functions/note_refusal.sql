-- Who it was follows from the session and the seat, never from a parameter; a session that ended meanwhile
-- still tells whose it was. The object is kept where it is a situation of the seat's own table. Past 60
-- different ones of a seat in a minute only what was asked for and whether to read or to change is kept, past
-- 1,000 not even that.
create or replace function sec.note_refusal(p_token_hash bytea, p_seat uuid, p_code text, p_asked text,
    p_object uuid, p_outcome text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare at_minute timestamptz := date_trunc('minute', clock_timestamp()); noted integer;
begin
  select count(*) into noted
    from (select from sec.seat_refusal where seat_refusal.minute = at_minute and seat_refusal.seat = p_seat
      limit 1000) r;
  insert into sec.seat_refusal as kept (minute, seat, code, asked, object_id, outcome, chain, session_id,
      actor, persona, agency, request_id)
  select at_minute, seat.id, case when noted < 60 then left(p_code, 60) else 'many' end,
    case when noted < 60 then left(p_asked, 120)
      else coalesce(substring(p_asked from '^[A-Z]+ /api/v1/[a-z-]+'), '') end,
    coalesce((select situation.id from app.situation where noted < 1000 and situation.table_id = seat.table_id
          and situation.id = p_object), '00000000-0000-0000-0000-000000000000'),
    p_outcome, coalesce(seat.table_id, '00000000-0000-0000-0000-000000000000'), session.id, session.user_id,
      seat.persona, seat.agency_id,
    nullif(current_setting('situation_table.request_id', true), '')::uuid
  from sec.session join sec.seat on seat.user_id = session.user_id where session.token_hash = p_token_hash
    and seat.id = p_seat
  on conflict (minute, seat, code, asked, object_id) do update set times = kept.times + 1;
end $$;

grant execute on function sec.note_refusal(bytea, uuid, text, text, uuid, text) to authn;
