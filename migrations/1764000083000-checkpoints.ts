import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signed checkpoints over all chains (docs/adr/audit-checkpoints.md). They stand in a file, with a key that the database never sees; here is only what names the latest
 * one, for the agenda. Where every chain stands is told to the login `job` alone.
 */
export class Checkpoints1764000083000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit.checkpoint (
  only_one boolean not null default true constraint checkpoint_pkey primary key constraint checkpoint_only_one check (only_one),
  number bigint not null, made_at timestamptz not null, digest text not null constraint checkpoint_digest check (digest ~ '^[0-9a-f]{64}$')
);
alter table audit.checkpoint enable row level security; alter table audit.checkpoint force row level security;
create policy checkpoint_owner on audit.checkpoint to owner using (true) with check (true);

create function sec.chain_heads() returns table (chain uuid, seq bigint, hash text) language sql stable security definer set search_path = pg_catalog as $$
  select head.chain, head.seq, encode(head.hash, 'hex') from audit.head order by head.chain $$;
create function sec.last_checkpoint() returns table (number bigint, digest text) language sql stable security definer set search_path = pg_catalog as $$
  select checkpoint.number, checkpoint.digest from audit.checkpoint $$;
create function sec.note_checkpoint(p_number bigint, p_at timestamptz, p_digest text) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into audit.checkpoint (number, made_at, digest) values (p_number, p_at, p_digest)
    on conflict (only_one) do update set number = p_number, made_at = p_at, digest = p_digest $$;
-- Told before the log leaves: whoever exports it stands in it.
create function sec.note_audit_export() returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin perform audit.record('audit.export', 'installation', null, array['audit'], 'allow'); end $$;
grant execute on function sec.chain_heads(), sec.last_checkpoint(), sec.note_checkpoint(bigint, timestamptz, text), sec.note_audit_export() to job;

-- For the printed agenda: 64 bits of the latest checkpoint, which tell nothing of what is in the chains.
create function app.latest_checkpoint() returns table (number bigint, made_at timestamptz, short text) language sql stable security definer set search_path = pg_catalog as $$
  select checkpoint.number, checkpoint.made_at, regexp_replace(left(checkpoint.digest, 16), '(....)(?=.)', '\\1 ', 'g') from audit.checkpoint $$;
grant execute on function app.latest_checkpoint() to rep, coordinator;

select queue.establish('audit.checkpointed', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options) values ('audit.checkpointed', '*/10 * * * *', 'UTC', null, '{}');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
