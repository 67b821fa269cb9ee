
-- When the people of a table are reminded next: by index, so that a minute in which nothing is due costs nothing.
create table app.reminder (
  table_id uuid not null constraint reminder_pkey primary key constraint reminder_table
    references sec.situation_table,
  next_at timestamptz not null default '-infinity'
);

create index reminder_next on app.reminder (next_at, table_id);

-- An agency without an account attends by what the coordinator entered for it, on a named basis.
alter table app.attendance add column version integer not null default 1,
  add column entered_for_agency boolean not null default false, add column basis text,
  add constraint attendance_basis check (entered_for_agency = (basis is not null));

create table app.agenda_entry (
  table_id uuid not null, meeting_id uuid not null, situation_id uuid not null,
  section text not null constraint agenda_entry_section
    check (section in ('reportBack', 'new', 'waiting', 'carriedOver')), position integer not null,
  due_on date, overdue boolean not null default false, contact_overdue boolean not null default false,
  noted text constraint agenda_entry_noted check (noted in ('moreInformation', 'reported')),
    version integer not null default 1,
  constraint agenda_entry_pkey primary key (table_id, meeting_id, situation_id),
  constraint agenda_entry_meeting foreign key (table_id, meeting_id) references app.meeting,
  constraint agenda_entry_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index agenda_entry_by_situation on app.agenda_entry (table_id, situation_id);

-- What is on the table now, and whether all devices are shaded.
create table app.meeting_card (
  table_id uuid not null, meeting_id uuid not null, situation_id uuid,
    with_summary boolean not null default false, shaded boolean not null default false,
  version integer not null default 1,
  constraint meeting_card_pkey primary key (table_id, meeting_id),
  constraint meeting_card_meeting foreign key (table_id, meeting_id) references app.meeting,
  constraint meeting_card_situation foreign key (table_id, situation_id)
    references app.situation on delete set null (situation_id),
  constraint meeting_card_summary check (situation_id is not null or not with_summary)
);

create index meeting_card_by_situation on app.meeting_card (table_id, situation_id)
  where situation_id is not null;

-- Row 39. A hold stops destruction and minimising; it gives nobody anything to read.
create table app.hold (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint hold_agency
    references sec.agency,
    reason text not null constraint hold_reason
    check (reason in ('litigation', 'investigation', 'complaint', 'accessRequest', 'courtOrder')),
    review_on date not null,
  set_by uuid not null constraint hold_setter
    references sec.app_user, set_at timestamptz not null default sec.domain_now(),
  lifted_by uuid constraint hold_lifter references sec.app_user, lifted_at timestamptz,
  constraint hold_pkey primary key (table_id, situation_id, id),
  constraint hold_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create unique index hold_one_an_agency on app.hold (table_id, situation_id, agency_id)
  where lifted_at is null;

create index hold_of_agency on app.hold (agency_id, review_on, id) where lifted_at is null;

create index hold_lifted_of_agency on app.hold (agency_id, review_on, id) where lifted_at is not null;

create table app.hold_request (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint hold_request_agency
    references sec.agency,
    reason text not null constraint hold_request_reason
    check (reason in ('litigation', 'investigation', 'complaint', 'accessRequest', 'courtOrder')),
  asked_by uuid not null constraint hold_request_asker
    references sec.app_user, asked_at timestamptz not null default sec.domain_now(), answered_at timestamptz,
  constraint hold_request_pkey primary key (table_id, situation_id, id),
  constraint hold_request_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create unique index hold_request_one_open on app.hold_request (table_id, situation_id, agency_id)
  where answered_at is null;

create index hold_request_of_agency on app.hold_request (agency_id, asked_at, id) where answered_at is null;

-- Two people, and the consent that it stands on. The row goes with the situation; both acts stay in the
-- audit.
create table app.early_destruction (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint early_destruction_agency
    references sec.agency, asked_by uuid not null constraint early_destruction_asker references sec.app_user,
  consent text not null constraint early_destruction_consent
    check (consent in ('written', 'verbal', 'guardian', 'substituteDecisionMaker')),
    consented_on date not null,
  asked_at timestamptz not null default sec.domain_now(),
  constraint early_destruction_pkey primary key (table_id, situation_id, id),
  constraint early_destruction_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create unique index early_destruction_one on app.early_destruction (table_id, situation_id);

create index early_destruction_by_time on app.early_destruction (table_id, asked_at, id);

-- What is left of a destroyed situation: that it was, how much there was, and hashes of what was destroyed.
-- No code, no month of its own.
create table app.certificate (
  table_id uuid not null constraint certificate_table
    references sec.situation_table, situation_id uuid not null, number text not null,
  agency_id uuid constraint certificate_agency
    references sec.agency,
    because text not null constraint certificate_because check (because in ('retention', 'early')),
  destroyed_at timestamptz not null default sec.domain_now(), rows jsonb not null, content_hash text not null,
    keys_hash text not null,
  constraint certificate_pkey primary key (table_id, situation_id)
);

create index certificate_of_agency on app.certificate (agency_id, destroyed_at, situation_id);

comment on column app.certificate.content_hash is
  'SHA-256 over the SHA-256 of each table''s sealed bytes, tables by name: whoever finds an old copy can tell that it is this one';

comment on column app.certificate.keys_hash is 'SHA-256 over the wrapped keys as they last stood';

create table app.opening (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint opening_agency
    references sec.agency, asked_by uuid not null constraint opening_asker references sec.app_user,
  purpose text not null constraint opening_purpose
    check (purpose in ('accessRequest', 'litigation', 'investigation', 'courtOrder')),
    asked_at timestamptz not null default clock_timestamp(),
  approved_by uuid constraint opening_approver
    references sec.app_user, approved_as text, approved_at timestamptz,
  constraint opening_pkey primary key (table_id, situation_id, id),
  constraint opening_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade,
  constraint opening_two_people check (approved_by is null or approved_by <> asked_by)
);

create index opening_by_time on app.opening (table_id, asked_at, id);

create table app.youth_item (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint youth_item_agency
    references sec.agency, written_by uuid not null constraint youth_item_author references sec.app_user,
  content bytea not null, guard_version smallint not null default 0,
  wrapped_key bytea not null, epoch_id text not null, destroy_at timestamptz not null,
    written_at timestamptz not null default sec.domain_now(),
  constraint youth_item_pkey primary key (table_id, situation_id, id),
  constraint youth_item_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index youth_item_due on app.youth_item (destroy_at);

create index youth_item_one on app.youth_item (table_id, id);

create index youth_item_epoch on app.youth_item (epoch_id);

-- Named as a person of an agency: who goes to another agency takes no right along.
create table app.youth_recipient (
  table_id uuid not null, situation_id uuid not null, item_id uuid not null,
    user_id uuid not null constraint youth_recipient_user references sec.app_user,
  agency_id uuid not null constraint youth_recipient_agency references sec.agency,
  constraint youth_recipient_pkey primary key (table_id, situation_id, item_id, user_id),
  constraint youth_recipient_item foreign key (table_id, situation_id, item_id)
    references app.youth_item on delete cascade
);

create table app.signal (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint signal_agency
    references sec.agency, user_id uuid not null constraint signal_user references sec.app_user,
  kind text not null constraint signal_kind
    check (kind in ('withoutRole', 'outOfHours', 'manyInAnHour', 'sameSurname')),
  times integer not null default 1, first_at timestamptz not null default sec.domain_now(),
    last_at timestamptz not null default sec.domain_now(),
  reviewed_by uuid constraint signal_reviewer references sec.app_user, reviewed_at timestamptz,
  finding text constraint signal_finding check (finding in ('inOrder', 'spokenTo', 'takenFurther')),
  constraint signal_pkey primary key (table_id, situation_id, id),
  constraint signal_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint signal_reviewed check (num_nulls(reviewed_by, reviewed_at, finding) in (0, 3))
);

create unique index signal_unsigned on app.signal (table_id, situation_id, user_id, kind)
  where reviewed_at is null;

create index signal_of_agency on app.signal (agency_id, first_at);

create index signal_open on app.signal (agency_id, first_at, id) where reviewed_at is null;

create index signal_signed on app.signal (agency_id, reviewed_at, first_at, id) where reviewed_at is not null;

-- Who opened identities of how many situations within the hour; forgotten after a day.
create table app.identity_opening (
  table_id uuid not null, situation_id uuid not null, user_id uuid not null constraint identity_opening_user
    references sec.app_user,
  at timestamptz not null, in_meeting boolean not null,
  constraint identity_opening_pkey primary key (table_id, situation_id, user_id),
  constraint identity_opening_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index identity_opening_recent on app.identity_opening (user_id, at);

create index identity_opening_by_time on app.identity_opening (at);

create table app.task (
  table_id uuid not null constraint task_table references sec.situation_table,
  id uuid not null default gen_random_uuid(),
  kind text not null constraint task_kind
    check (kind in ('handOver', 'coordinatorMissing', 'officerMissing')),
  situation_id uuid,
  agency_id uuid constraint task_agency references sec.agency,
  role text constraint task_role check (role in ('originating', 'lead', 'assisting')),
  subject_id uuid,
  because text constraint task_because
    check (because in ('seatEnded', 'seatExpired', 'userDisabled', 'agencyLeft', 'agencyEnded')),
  receivers text[] not null constraint task_receivers check (
    cardinality(receivers) > 0 and receivers <@ array['rep', 'coordinator', 'privacy']),
  opened_at timestamptz not null default sec.domain_now(),
  due_at timestamptz,
  due_told_at timestamptz,
  closed_at timestamptz,
  closed_by uuid constraint task_closer references sec.app_user,
  closed_how text constraint task_closed_how
    check (closed_how in ('takenOver', 'handedBack', 'replaced', 'ended')),
  constraint task_pkey primary key (table_id, id),
  constraint task_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint task_rep_of_agency check (agency_id is not null or not 'rep' = any (receivers)),
  constraint task_closed check ((closed_at is null) = (closed_how is null))
);

comment on column app.task.agency_id is 'whose it is; without one it is for the whole table';

comment on column app.task.subject_id is
  'what it is about where that is no situation: a seat, an offer, a meeting';

comment on column app.task.due_at is
  'from when others may act, or from when it is late; null where nothing follows';

create unique index task_once on app.task (table_id, kind, situation_id, agency_id, role, subject_id)
  nulls not distinct where closed_at is null;

create index task_open on app.task (table_id, opened_at, id) where closed_at is null;

create index task_of_agency on app.task (agency_id, opened_at, id) where closed_at is null;

create index task_of_situation on app.task (table_id, situation_id) where situation_id is not null;

create index task_vacancy on app.task (table_id) where closed_at is null and situation_id is null;

create index task_falls_due on app.task (due_at) where closed_at is null and due_told_at is null;
