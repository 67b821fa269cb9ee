import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was answered to a POST, kept for a day under its user and Idempotency-Key and written in the transaction of the work itself:
 * the work and the memory of it are there together or not at all. Only ids, versions and codes fit in; a person's words do not.
 */
export class Idempotency1764000059000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An answer that may be kept: flat, short, and each text an id, a number, a code or a time.
create function sec.is_receipt(p_body jsonb) returns boolean language sql immutable set search_path = pg_catalog as $$
  select jsonb_typeof(p_body) = 'object' and octet_length(p_body::text) <= 2048 and not exists (
    select 1 from jsonb_each(p_body) field
    where jsonb_typeof(field.value) in ('object', 'array')
      or (jsonb_typeof(field.value) = 'string' and field.value #>> '{}' !~ '^[A-Za-z0-9:._+-]{0,64}$')) $$;

create table sec.idempotency (
  user_id uuid not null constraint idempotency_of_user references sec.app_user,
  key text not null constraint idempotency_key_form check (key ~ '^[A-Za-z0-9_-]{16,64}$'),
  fingerprint bytea not null constraint idempotency_fingerprint check (length(fingerprint) = 32),
  receipt jsonb constraint idempotency_receipt check (receipt is null or sec.is_receipt(receipt)),
  expires_at timestamptz not null default clock_timestamp() + interval '24 hours',
  constraint idempotency_pkey primary key (user_id, key)
);
create index idempotency_by_expiry on sec.idempotency (expires_at);
alter table sec.idempotency enable row level security;
alter table sec.idempotency force row level security;
create policy idempotency_owner on sec.idempotency to owner using (true) with check (true);

-- Null: the key is this transaction's, do the work and keep its receipt. Else: the receipt of the work that was done.
-- Of several at once one inserts; the others wait on the key until it has committed (they get its receipt) or failed (the next one inserts).
create function sec.claim_once(p_key text, p_fingerprint bytea) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); kept sec.idempotency;
begin
  if c.user_id is null then raise exception 'no session' using errcode = '28000'; end if;
  loop
    delete from sec.idempotency where idempotency.user_id = c.user_id and idempotency.key = p_key and idempotency.expires_at <= clock_timestamp();
    insert into sec.idempotency (user_id, key, fingerprint) values (c.user_id, p_key, p_fingerprint) on conflict on constraint idempotency_pkey do nothing;
    if found then return null; end if;
    select idempotency.* into kept from sec.idempotency where idempotency.user_id = c.user_id and idempotency.key = p_key;
    exit when found;
  end loop;
  if kept.fingerprint <> p_fingerprint then raise exception 'idempotency.keyReused' using errcode = 'P0001'; end if;
  if kept.receipt is null then raise exception 'claimed twice in one transaction' using errcode = '55000'; end if;
  return kept.receipt;
end $$;

create function sec.keep_receipt(p_key text, p_receipt jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.idempotency set receipt = p_receipt
    where idempotency.user_id = (sec.ctx()).user_id and idempotency.key = p_key and idempotency.receipt is null;
  if not found then raise exception 'no key was claimed' using errcode = '55000'; end if;
end $$;

-- A key that was claimed and forgotten would answer nothing to its repeat, for a day: such a transaction cannot commit.
create function sec.demand_receipt() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from sec.idempotency where idempotency.user_id = new.user_id and idempotency.key = new.key and idempotency.receipt is null) then
    raise exception 'a claimed key has no receipt' using errcode = '23514', constraint = 'idempotency_receipt_kept';
  end if;
  return null;
end $$;
create constraint trigger demand_receipt after insert on sec.idempotency deferrable initially deferred
  for each row execute function sec.demand_receipt();

create function sec.expire_receipts() returns bigint language sql volatile security definer set search_path = pg_catalog as $$
  with gone as (delete from sec.idempotency where idempotency.ctid = any (array(select k.ctid from sec.idempotency k
    where k.expires_at <= (select clock_timestamp()) limit 5000)) returning 1) select count(*) from gone $$;

revoke all on function sec.is_receipt(jsonb), sec.claim_once(text, bytea), sec.keep_receipt(text, jsonb), sec.demand_receipt(), sec.expire_receipts() from public;
grant execute on function sec.claim_once(text, bytea), sec.keep_receipt(text, jsonb) to rep, coordinator, auditor, administrator, privacy;
grant usage on schema sec to job;
grant execute on function sec.expire_receipts() to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
