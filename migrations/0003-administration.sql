-- What a person is told without mail: a code and the object, never a detail of a situation.
create table sec.notice (
  id uuid constraint notice_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint notice_user references sec.app_user,
  code text not null, object_id uuid, agency_id uuid constraint notice_agency references sec.agency,
  created_at timestamptz not null default sec.domain_now(), seen_at timestamptz
);

create index notice_by_user on sec.notice (user_id, created_at, id);

alter table sec.notice add column table_id uuid constraint notice_table
  references sec.situation_table, add column number text, add column occasion text, add column email_id uuid,
  add column persona text constraint notice_persona
    check (persona in ('rep', 'coordinator', 'privacy', 'administrator')),
  add column meets_was timestamptz, add column meets_at timestamptz;

comment on column sec.notice.meets_was is 'of a meeting: when it was to be; meets_at: when it is';

comment on column sec.notice.occasion is 'what makes a repeated notice the same one';

comment on column sec.notice.persona is
  'the kind of seat by which its reader is told; null where the agency says it: a representative, else a coordinator';

create unique index notice_once on sec.notice (user_id, code, object_id, occasion) where occasion is not null;

create index notice_to_mail on sec.notice (user_id, created_at) where email_id is null and seen_at is null
  and table_id is not null;

create index notice_unmailed on sec.notice (created_at) where email_id is null and seen_at is null
  and table_id is not null;

create index notice_of_tables on sec.notice (created_at) where table_id is not null;

create index notice_of_email on sec.notice (email_id) where email_id is not null;

create table sec.mail_address (
  user_id uuid constraint mail_address_pkey primary key constraint mail_address_user references sec.app_user,
  sealed bytea, pending bytea, code_hash bytea, code_expires_at timestamptz,
    code_tries int not null default 0,
  wanted boolean not null default true, quiet_from time not null default '21:00',
    quiet_until time not null default '07:00'
);

create table sec.email (
  id uuid constraint email_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint email_user references sec.app_user,
  kind text not null constraint email_kind
    check (kind in ('digest', 'weekly', 'confirmation', 'invitation')),
  sealed bytea, invitation_id uuid constraint email_invitation references sec.invitation,
  made_at timestamptz not null default sec.domain_now(),
    written_at timestamptz not null default clock_timestamp(), sent_at timestamptz, dead_at timestamptz
);

create index email_waiting on sec.email (written_at) where sent_at is null and dead_at is null;

create index email_by_time on sec.email (written_at);

create index email_sent on sec.email (sent_at) where sent_at is not null;

create index email_dead on sec.email (dead_at) where dead_at is not null;

create index email_of_user on sec.email (user_id, made_at);

create table sec.webhook (
  id uuid constraint webhook_pkey primary key,
  url text not null constraint webhook_url check (length(url) between 9 and 500),
  events text[] not null constraint webhook_events check (cardinality(events) > 0
      and events <@ array['agency.joined', 'agency.left', 'codebook.published', 'seat.added', 'seat.ended',
        'table.changed']),
  sealed bytea not null, earlier_sealed bytea, earlier_until timestamptz,
  made_at timestamptz not null default sec.domain_now(), failing_since timestamptz, stopped_at timestamptz,
    version int not null default 1
);

create table sec.webhook_delivery (
  id uuid constraint webhook_delivery_pkey primary key default gen_random_uuid(),
  webhook_id uuid not null constraint webhook_delivery_webhook references sec.webhook on delete cascade,
  event text not null, table_id uuid, agency_id uuid, object_id uuid,
  happened_at timestamptz not null default sec.domain_now(),
    written_at timestamptz not null default clock_timestamp(), sent_at timestamptz, dead_at timestamptz
);

create index webhook_delivery_waiting on sec.webhook_delivery (written_at) where sent_at is null
  and dead_at is null;

create index webhook_delivery_by_time on sec.webhook_delivery (written_at);

create index webhook_delivery_of_webhook on sec.webhook_delivery (webhook_id, written_at);

create index notice_digest on sec.notice (created_at) where code = 'privacy.digest';

-- When what was taken: the operator's ledger (matrix row 56).
create table sec.backup_run (
  id uuid not null default gen_random_uuid() constraint backup_run_pkey primary key,
  kind text not null constraint backup_run_kind check (kind in ('data', 'keys', 'restore')),
    taken_at timestamptz not null default clock_timestamp(), rows bigint not null, keys bigint not null,
    bytes bigint not null
);

create index backup_run_by_time on sec.backup_run (taken_at, id);
