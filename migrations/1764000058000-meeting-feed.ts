import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The meeting feed that a calendar program reads (matrix rows 57, 60): one revocable secret a user, of which only the hash is kept, and one function that
 * answers it with when and where the meetings of that user's live seats are. It reads nothing else, so that a feed can give away nothing else.
 */
export class MeetingFeed1764000058000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.feed_secret (
  user_id uuid constraint feed_secret_pkey primary key constraint feed_secret_user references sec.app_user,
  secret_hash bytea not null constraint feed_secret_hash check (length(secret_hash) = 32) constraint feed_secret_hash_unique unique,
  made_at timestamptz not null default clock_timestamp()
);
alter table sec.feed_secret enable row level security;
alter table sec.feed_secret force row level security;
create policy feed_secret_owner on sec.feed_secret to owner using (true) with check (true);

-- Who sits at a table now: an active person's seat that runs, of an agency that has not left or ended, at a table that has not ended. For functions of
-- the owner alone: nobody else is granted it.
create view sec.live_seat with (security_invoker = true, security_barrier = true) as
  select s.user_id, s.table_id, s.persona, s.agency_id
  from sec.seat s
  join sec.app_user u on u.id = s.user_id and u.status = 'active'
  join sec.situation_table t on t.id = s.table_id and t.ended_at is null
  left join sec.table_agency ta on ta.table_id = s.table_id and ta.agency_id = s.agency_id
  left join sec.agency a on a.id = coalesce(s.agency_id, s.employer_agency_id)
  where s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now() and ta.left_at is null and a.ended_at is null;

create function sec.feed_made_at(p_token_hash bytea) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return (select feed_secret.made_at from sec.feed_secret where feed_secret.user_id = s.user_id); end $$;

-- A secret outlives the session that made it, so that making one wants the fresh proof. The earlier one stops working.
create function sec.make_feed(p_token_hash bytea, p_secret_hash bytea) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash); made timestamptz;
begin
  insert into sec.feed_secret (user_id, secret_hash) values (s.user_id, p_secret_hash)
    on conflict (user_id) do update set secret_hash = excluded.secret_hash, made_at = clock_timestamp() returning feed_secret.made_at into made;
  perform audit.record('account.makeFeed', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return made;
end $$;

create function sec.revoke_feed(p_token_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  delete from sec.feed_secret where feed_secret.user_id = s.user_id;
  if not found then return false; end if;
  perform audit.record('account.revokeFeed', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

-- Whose feed a secret opens: no row for a wrong one. The hash is what is looked up, so that nothing of a secret is learned from how long that takes.
-- Right ones are counted by the feed itself; wrong ones slow their source, and a right one from there is not slowed by them.
create function sec.open_feed(p_secret_hash bytea, p_source bytea) returns table (language text, wait_ms int, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u sec.app_user;
begin
  select app_user.* into u from sec.feed_secret join sec.app_user on app_user.id = feed_secret.user_id and app_user.status = 'active' where feed_secret.secret_hash = p_secret_hash;
  if found then
    return query select u.language, 0, sec.own_try(sec.own_subject('feed', p_secret_hash), 60, interval '15 seconds');
  else return query select null::text, sec.slow_try('feed', p_source, 20), 0;
  end if;
end $$;

-- Three months back and half a year ahead, by the table's own calendar; what was convened for later is there, too.
create function sec.feed_meetings(p_secret_hash bytea)
returns table (id uuid, table_name text, scheduled_for timestamptz, place text, called_off boolean, announced_at timestamptz, announced_anew int)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, t.name, m.scheduled_for, m.place, m.state in ('calledOff', 'skipped'), m.announced_at, m.announced_anew
  from sec.feed_secret f
  join (select distinct l.user_id, l.table_id from sec.live_seat l where l.persona in ('rep', 'coordinator')) l on l.user_id = f.user_id
  join sec.situation_table t on t.id = l.table_id
  cross join lateral (select sec.today(t.id) as today) now
  cross join lateral app.meetings_between(t.id, now.today - 92, now.today + 3660) m
  where f.secret_hash = p_secret_hash
    and (m.version > 0 or m.meets_on between app.day_at(t.id, t.created_at) and now.today + 183)
  order by m.scheduled_for desc, m.id $$;

grant execute on function sec.feed_made_at(bytea), sec.make_feed(bytea, bytea), sec.revoke_feed(bytea), sec.open_feed(bytea, bytea), sec.feed_meetings(bytea) to authn;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
