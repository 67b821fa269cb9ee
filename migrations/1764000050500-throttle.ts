import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one throttle, and the devices that a person signed in from before. There are two kinds of subjects. What anybody can choose
 * (a name, a source, a link) is shared with strangers: a try there is slowed, never refused, or a stranger could lock a person or
 * a building out. What only its holder has (a session, a device, a right password's challenge) is the holder's own: there a try
 * too many is refused until a stated time, and nobody else can use it up.
 */
export class Throttle1764000050500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Shared subjects are three bytes: a kind, and 16 bits of a keyed pseudonym. So there are at most 65,536 rows a kind, however many
-- names strangers invent, and neither names nor addresses are kept. Two subjects in one row slow each other and do nothing else.
create table sec.throttle (
  subject bytea constraint throttle_pkey primary key constraint throttle_subject check (length(subject) in (3, 32)),
  tries int not null constraint throttle_tries check (tries >= 0),
  since timestamptz not null
);
comment on column sec.throttle.since is 'from when the next try counts as forgotten';

-- The token is a secret of the browser, random and long. It proves nothing about who sits there: it only takes a try out of the
-- lane that strangers can fill.
create table sec.known_device (
  user_id uuid not null constraint known_device_user references sec.app_user,
  token_hash bytea not null constraint known_device_hash check (length(token_hash) = 32),
  first_used_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz not null default clock_timestamp(),
  constraint known_device_pkey primary key (user_id, token_hash)
);
create index known_device_by_token on sec.known_device (token_hash);

do $$ declare t text; begin
  foreach t in array array['throttle', 'known_device'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;

-- Counts a try before it is judged, under the row's lock, so that tries sent at once cannot outrun the count. One try is forgotten
-- each p_every. At p_most none is counted any more, and the wait until the next is told. A clock that was set back forgets nothing
-- and makes nobody wait longer than p_every.
create function sec.count_try(p_subject bytea, p_most int, p_every interval, out tries int, out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.throttle; now_at timestamptz; gone int;
begin
  insert into sec.throttle as kept (subject, tries, since) values (p_subject, 0, clock_timestamp())
    on conflict (subject) do update set tries = kept.tries returning kept.* into t;
  now_at := clock_timestamp();
  t.since := least(t.since, now_at);
  gone := least(t.tries, floor(extract(epoch from now_at - t.since) / extract(epoch from p_every)));
  tries := t.tries - gone;
  t.since := case when tries = 0 then now_at else t.since + gone * p_every end;
  if tries < p_most then
    tries := tries + 1;
    wait_ms := 0;
  else
    wait_ms := ceil(extract(epoch from t.since + p_every - now_at) * 1000);
  end if;
  update sec.throttle set tries = count_try.tries, since = t.since where throttle.subject = p_subject;
end $$;

-- ---------------------------------------------------------------- what strangers can choose
create function sec.shared_subject(p_kind text, p_subject bytea) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select set_byte('\\x00'::bytea, 0, array_position(
      array['pair', 'account', 'source', 'recovery', 'setUp', 'joining', 'feed', 'projector'], p_kind))
    || substr(p_subject, 1, 2) $$;

-- The pause in milliseconds that a try of this subject is to make: none for the first p_free, then 25 more with each, never more
-- than half a second. Who waits, takes turns: that is the application's part.
create function sec.slow_try(p_kind text, p_subject bytea, p_free int) returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select least(500, 25 * greatest(0, c.tries - p_free))
    from sec.count_try(sec.shared_subject(p_kind, p_subject), 1000, interval '9 seconds') c $$;

-- A right password takes back what its own pair of name and source was counted, and no more: a stranger who goes on guessing from
-- elsewhere is not let off by it. One row after the other in the order of counting, or two sign-ins could wait for each other.
create function sec.forgive_shared(p_pair bytea, p_account bytea, p_source bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int;
begin
  select throttle.tries into n from sec.throttle where throttle.subject = sec.shared_subject('pair', p_pair) for update;
  if not found then return; end if;
  update sec.throttle set tries = 0 where throttle.subject = sec.shared_subject('pair', p_pair);
  update sec.throttle set tries = greatest(throttle.tries - n, 0)
    where throttle.subject = sec.shared_subject('account', p_account);
  update sec.throttle set tries = greatest(throttle.tries - n, 0)
    where throttle.subject = sec.shared_subject('source', p_source);
end $$;

-- ---------------------------------------------------------------- what only its holder has
create function sec.own_subject(p_kind text, p_key bytea) returns bytea
language sql immutable set search_path = pg_catalog as $$ select sha256(convert_to(p_kind, 'UTF8') || '\\x00' || p_key) $$;

-- The seconds to wait, 0 to go on.
create function sec.own_try(p_subject bytea, p_most int, p_every interval) returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select ceil(c.wait_ms / 1000.0)::int from sec.count_try(p_subject, p_most, p_every) c $$;

create function sec.forgive_own(p_subject bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.throttle where throttle.subject = p_subject $$;

-- ---------------------------------------------------------------- devices
create function sec.knows_device(p_user uuid, p_device bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.known_device where known_device.user_id = p_user and known_device.token_hash = p_device
    and known_device.last_used_at > clock_timestamp() - interval '400 days') $$;

-- True for a token that anybody signed in with: a browser that several people share keeps one. Any other is replaced at the next
-- sign-in, so that nobody can plant a token that they know themselves.
create function sec.keeps_device(p_device bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.known_device where known_device.token_hash = p_device) $$;

-- At most twenty devices a person; the one that was not used for longest goes.
create function sec.remember_device(p_user uuid, p_device bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.known_device (user_id, token_hash) values (p_user, p_device)
    on conflict (user_id, token_hash) do update set last_used_at = clock_timestamp();
  delete from sec.known_device where known_device.user_id = p_user and known_device.token_hash in
    (select d.token_hash from sec.known_device d where d.user_id = p_user order by d.last_used_at desc, d.token_hash offset 20);
end $$;

create function sec.forget_devices(p_user uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.known_device where known_device.user_id = p_user $$;

grant execute on function sec.keeps_device(bytea) to authn;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
