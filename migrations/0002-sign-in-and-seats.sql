-- Shared subjects are three bytes: a kind, and 16 bits of a keyed pseudonym. So there are at most 65,536 rows
-- a kind, however many names strangers invent, and neither names nor addresses are kept. Two subjects in one
-- row slow each other and do nothing else.
create table sec.throttle (
  subject bytea constraint throttle_pkey primary key constraint throttle_subject
    check (length(subject) in (3, 32)),
  tries int not null constraint throttle_tries check (tries >= 0),
  since timestamptz not null
);

comment on column sec.throttle.since is 'from when the next try counts as forgotten';

-- The token is a secret of the browser, random and long. It proves nothing about who sits there: it only
-- takes a try out of the lane that strangers can fill.
create table sec.known_device (
  user_id uuid not null constraint known_device_user references sec.app_user,
  token_hash bytea not null constraint known_device_hash check (length(token_hash) = 32),
  first_used_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz not null default clock_timestamp(),
  constraint known_device_pkey primary key (user_id, token_hash)
);

create index known_device_by_token on sec.known_device (token_hash);

create table sec.password (
  user_id uuid constraint password_pkey primary key constraint password_user references sec.app_user,
  hash text not null constraint password_hash check (hash like '$argon2id$%'),
  changed_at timestamptz not null default clock_timestamp()
);

create table sec.totp (
  user_id uuid constraint totp_pkey primary key constraint totp_user references sec.app_user,
  sealed_secret bytea,
  pending_secret bytea,
  last_step bigint not null default 0
);

comment on table sec.totp is
  'both secrets are encrypted by the application under a key of the keyring, bound to the user; pending until its first code is shown';

create table sec.recovery_code (
  user_id uuid not null constraint recovery_code_user references sec.app_user,
  code_hash bytea not null constraint recovery_code_hash check (length(code_hash) = 32),
  used_at timestamptz,
  constraint recovery_code_pkey primary key (user_id, code_hash)
);

-- Between the password and the second factor there is no session, only this.
create table sec.challenge (
  token_hash bytea constraint challenge_pkey primary key constraint challenge_hash
    check (length(token_hash) = 32),
  user_id uuid not null constraint challenge_user references sec.app_user,
  tries int not null default 0,
  expires_at timestamptz not null default clock_timestamp() + interval '5 minutes'
);

create table sec.refusal (
  minute timestamptz not null, source bytea not null,
    user_id uuid not null default '00000000-0000-0000-0000-000000000000', code text not null,
  times int not null default 1,
  constraint refusal_pkey primary key (minute, source, user_id, code)
);

create table sec.set_up_code (
  id int constraint set_up_code_pkey primary key default 1
    constraint set_up_code_first_or_second check (id in (1, 2)),
  code_hash bytea not null, expires_at timestamptz not null, used_at timestamptz
);

create index challenge_by_expiry on sec.challenge (expires_at);

create index throttle_by_time on sec.throttle (since);

create index known_device_by_use on sec.known_device (last_used_at);

create index session_by_expiry on sec.session (expires_at);

create table sec.settings_change (
  id uuid constraint settings_change_pkey primary key default gen_random_uuid(),
  table_id uuid not null constraint settings_change_table references sec.situation_table,
  identifier_recipients text constraint settings_change_recipients
    check (identifier_recipients in ('everyoneSeated', 'agenciesAsked', 'nobody')),
  risk_rule text constraint settings_change_risk_rule check (risk_rule in ('vote', 'agreement')),
  retention_months int constraint settings_change_retention check (retention_months between 12 and 240),
  proposed_by uuid not null constraint settings_change_proposer references sec.app_user,
  proposed_at timestamptz not null default sec.domain_now(),
  administrator_id uuid constraint settings_change_administrator references sec.app_user,
  second_id uuid constraint settings_change_second references sec.app_user,
  decision text constraint settings_change_decision check (decision in ('applied', 'withdrawn')),
  decided_at timestamptz,
  constraint settings_change_some
    check (num_nonnulls(identifier_recipients, risk_rule, retention_months) > 0),
  constraint settings_change_two_persons check (second_id is null
      or (second_id <> administrator_id and second_id <> proposed_by)
      or (second_id = proposed_by and second_id <> administrator_id)),
  constraint settings_change_applied check (decision is distinct from 'applied'
      or (administrator_id is not null and second_id is not null and administrator_id <> second_id))
);

create unique index settings_change_one_open on sec.settings_change (table_id) where decision is null;

create index settings_change_by_time on sec.settings_change (proposed_at, id);

create table sec.invitation (
  id uuid constraint invitation_pkey primary key default gen_random_uuid(),
  kind text not null constraint invitation_kind check (kind in ('first', 'reset')),
  user_id uuid not null constraint invitation_user references sec.app_user,
  agency_id uuid constraint invitation_agency references sec.agency,
  token_hash bytea not null constraint invitation_token check (length(token_hash) = 32),
  code_hash bytea constraint invitation_code check (length(code_hash) = 32),
  code_needed boolean not null,
  opens_at timestamptz not null,
  expires_at timestamptz not null default clock_timestamp() + interval '14 days',
  created_by uuid not null constraint invitation_creator references sec.app_user,
  created_at timestamptz not null default clock_timestamp(),
  officer_id uuid constraint invitation_officer references sec.app_user,
  second_id uuid constraint invitation_second references sec.app_user,
  voucher_agencies uuid[] not null default '{}',
  digits_hash bytea, digits_until timestamptz, digits_tries int not null default 0,
  face_by uuid constraint invitation_face references sec.app_user,
  redeemed_at timestamptz, cancelled_at timestamptz,
  constraint invitation_token_unique unique (token_hash)
);

comment on column sec.invitation.voucher_agencies
  is 'whose privacy officers may give the code: the agency''s own, or else others of its tables';

comment on column sec.invitation.digits_hash
  is 'of the six digits on the invitee''s screen, for two minutes and once';

create index invitation_by_user on sec.invitation (user_id);

create index invitation_by_time on sec.invitation (created_at, id);

create index invitation_by_agency on sec.invitation (agency_id) where agency_id is not null;

create table sec.seat_offer (
  id uuid constraint seat_offer_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint seat_offer_user references sec.app_user,
  persona text not null,
  table_id uuid constraint seat_offer_table references sec.situation_table,
  agency_id uuid constraint seat_offer_agency references sec.agency,
  employer_agency_id uuid constraint seat_offer_employer references sec.agency,
  ends_at timestamptz not null,
  renews_seat_id uuid constraint seat_offer_renews references sec.seat,
  seat_id uuid constraint seat_offer_seat references sec.seat,
  begins_at timestamptz,
  offered_by uuid not null constraint seat_offer_offerer references sec.app_user,
  offered_at timestamptz not null default sec.domain_now(),
  decision text constraint seat_offer_decision check (decision in ('approved', 'refused', 'withdrawn')),
  decided_by uuid constraint seat_offer_decider references sec.app_user,
  decided_at timestamptz,
  constraint seat_offer_persona
    check (sec.seat_fits(persona, table_id, agency_id, employer_agency_id)),
  constraint seat_offer_decided check ((decision is null) = (decided_at is null))
);

comment on column sec.seat_offer.seat_id is
  'the seat it became, or the one that begins by itself after a day of notice';

comment on column sec.seat_offer.begins_at is
  'when it begins by itself: kept here too, since whoever may refuse it need not see the seat';

create index seat_offer_open on sec.seat_offer (offered_at) where decision is null;

create index seat_offer_by_user on sec.seat_offer (user_id);

create unique index seat_offer_once on sec.seat_offer (user_id, persona, table_id,
    agency_id) nulls not distinct where decision is null;

create table sec.feed_secret (
  user_id uuid constraint feed_secret_pkey primary key constraint feed_secret_user references sec.app_user,
  secret_hash bytea not null constraint feed_secret_hash
    check (length(secret_hash) = 32) constraint feed_secret_hash_unique unique,
  made_at timestamptz not null default clock_timestamp()
);

create table sec.joining (
  table_id uuid not null constraint joining_table references sec.situation_table,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint joining_agency references sec.agency,
  has_account boolean not null,
  asked_by uuid not null constraint joining_asker references sec.app_user,
  asked_at timestamptz not null default sec.domain_now(),
  coordinator_id uuid constraint joining_coordinator references sec.app_user,
  officer_id uuid constraint joining_officer references sec.app_user,
  officer_agency_id uuid constraint joining_officer_agency references sec.agency,
  decision text constraint joining_decision check (decision in ('joined', 'refused', 'withdrawn')),
  decided_at timestamptz,
  constraint joining_pkey primary key (table_id, id),
  constraint joining_decided check ((decision is null) = (decided_at is null)),
  constraint joining_three check (asked_by <> all (array_remove(array[coordinator_id, officer_id], null))
    and coordinator_id <> officer_id),
  constraint joining_joined check (decision is distinct from 'joined' or (coordinator_id is not null
    and officer_id is not null)),
  constraint joining_not_by_itself check (officer_agency_id <> agency_id)
);

create unique index joining_one_open on sec.joining (table_id, agency_id) where decision is null;

create index joining_open on sec.joining (asked_at) where decision is null;

create table sec.founding_word (
  table_id uuid not null constraint founding_word_table references sec.situation_table,
  user_id uuid not null constraint founding_word_user references sec.app_user,
  seat_id uuid not null constraint founding_word_seat references sec.seat,
  persona text not null constraint founding_word_persona check (persona in ('coordinator', 'privacy')),
  agency_id uuid constraint founding_word_agency references sec.agency,
  list_hash text not null, confirmed_at timestamptz not null default sec.domain_now(),
  constraint founding_word_pkey primary key (table_id, seat_id)
);

create table sec.idempotency (
  user_id uuid not null constraint idempotency_of_user references sec.app_user,
  key text not null constraint idempotency_key_form check (key ~ '^[A-Za-z0-9_-]{16,64}$'),
  fingerprint bytea not null constraint idempotency_fingerprint check (length(fingerprint) = 32),
  receipt jsonb constraint idempotency_receipt check (receipt is null or sec.is_receipt(receipt)),
  expires_at timestamptz not null default clock_timestamp() + interval '24 hours',
  constraint idempotency_pkey primary key (user_id, key)
);

create index idempotency_by_expiry on sec.idempotency (expires_at);

create table sec.seat_refusal (
  minute timestamptz not null, seat uuid not null, code text not null, asked text not null,
    object_id uuid not null default '00000000-0000-0000-0000-000000000000',
  outcome text not null constraint seat_refusal_outcome check (outcome in ('hide', 'deny')),
  chain uuid not null, session_id uuid not null, actor uuid not null, persona text not null, agency uuid,
    request_id uuid, times int not null default 1,
  id uuid not null default gen_random_uuid() constraint seat_refusal_id unique,
  constraint seat_refusal_pkey primary key (minute, seat, code, asked, object_id)
);

create table sec.retired_epoch (
  epoch_id text constraint retired_epoch_pkey primary key,
    retired_at timestamptz not null default clock_timestamp(), destroyed_at timestamptz
);

create index retired_epoch_by_time on sec.retired_epoch (retired_at);

-- One rotation at a time, in whatever process; what a killed one left is taken over after ten minutes.
create table sec.rotation_lease
  (id int constraint rotation_lease_pkey primary key default 1 constraint rotation_lease_single
    check (id = 1), taken_at timestamptz not null);

-- Which week's digest of an agency was written last, and when the next is due: once, on however many nodes.
-- No count stays.
create table sec.digest (
  agency_id uuid constraint digest_pkey primary key constraint digest_agency
    references sec.agency, week_on date, next_at timestamptz not null
);

create index digest_next on sec.digest (next_at);

create index meeting_plan_to_tell on sec.meeting_plan (holidays_told);

create index meeting_plan_told on sec.meeting_plan (holidays_told);

-- ---------------------------------------------------------------- the scheduled step
create index seat_lapses on sec.seat (ends_at) where ended_because is null;
