import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changed at a table since a place in its chain, as far as this viewer may notice: ids alone; what is in them is read under the viewer's own rights. */
export class Live1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.chain_end() returns bigint language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  return coalesce((select head.seq from audit.head where head.chain = c.table_id), 0);
end $$;

create function app.holds_tier(c sec.ctx_t, p_situation uuid, p_tier smallint) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.disclosure d where d.table_id = c.table_id and d.situation_id = p_situation and d.agency_id = c.agency_id and d.tier = p_tier and d.revoked_at is null) $$;

-- An event wakes only those who may see what it changed: notes of an intervention never move an uninvolved agency's stream.
create function app.notices(c sec.ctx_t, e audit.event) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select case e.object_type
    when 'meeting' then true
    when 'screening' then e.agency = c.agency_id
    when 'situation' then exists (select from app.situation s where s.table_id = c.table_id and s.id = e.object_id) and case
      when e.action = 'situation.answer' then c.persona = 'coordinator' or e.agency = c.agency_id
      when 'T3' = any (e.fields) then c.persona = 'rep' and (app.originated_here(e.object_id) or app.holds_tier(c, e.object_id, 3::smallint))
      when 'T4' = any (e.fields) then c.persona = 'rep' and (app.holds_tier(c, e.object_id, 4::smallint) or (app.originated_here(e.object_id) and e.agency = c.agency_id))
      when 'consent' = any (e.fields) then c.persona = 'coordinator' or app.holds_tier(c, e.object_id, 4::smallint) or (app.originated_here(e.object_id) and e.agency = c.agency_id)
      else true end
    else false end $$;
create function app.changed_since(p_seq bigint) returns table (seq bigint, kind text, id uuid) language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); from_us bigint;
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  -- What a stream asks for is nearly always of this month: the other partitions need not be opened.
  select case when p_seq + 1 >= head.since then head.from_us else 0 end into from_us from audit.head where head.chain = c.table_id;
  return query
    with noticed as (
      select e.seq, e.object_type, e.object_id from audit.event e
       where e.chain = c.table_id and e.at_us >= from_us and e.seq > p_seq and audit.changes(e.action) and app.notices(c, e) order by e.seq desc limit 500)
    select max(noticed.seq), noticed.object_type, noticed.object_id from noticed group by 2, 3 order by 1;
end $$;
grant execute on function app.chain_end(), app.changed_since(bigint) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
