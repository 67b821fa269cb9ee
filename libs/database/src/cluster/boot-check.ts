import { Client } from 'pg';
import { personas } from '#domain/visibility';
import { reasonsNotToServe } from '../migration/fitness.js';

/** Where PostgreSQL's own holes in row-level security were closed: the least minor version of a major one. */
const closedSince = new Map([
  [16, 10],
  [17, 6],
]);

const findings = `
select 'The login ' || session_user || ' is a superuser or goes past row-level security.' as problem
  from pg_catalog.pg_roles r where r.rolname = session_user and (r.rolsuper or r.rolbypassrls)
union all
select 'The login ' || session_user || ' owns ' || c.oid::regclass || ', or is a member of its owner: row-level security would not hold it.'
  from pg_catalog.pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and pg_has_role(session_user, c.relowner, 'member')
   and not (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = session_user)
union all
select 'The login ' || session_user || ' inherits the rights of ' || p.rolname || '.'
  from pg_catalog.pg_roles p where p.rolname in (${personas.map((name) => `'${name}'`).join(', ')}) and pg_has_role(session_user, p.oid, 'usage')
   and not (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = session_user)
union all
select 'Row-level security is not enabled and forced on ' || c.oid::regclass || '.'
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
   and not (c.relrowsecurity and c.relforcerowsecurity)
union all
select 'The statements of the login ' || session_user || ' are shown to everybody who shares it (track_activities).' where current_setting('track_activities') = 'on'
union all
select 'synchronous_commit is off for the login ' || session_user || ': an acknowledged change could be lost.' where current_setting('synchronous_commit') = 'off'
union all
select 'track_commit_timestamp is on: the server would keep when each row was written, which joins counts with situations (set it off and restart PostgreSQL).'
 where current_setting('track_commit_timestamp') = 'on'
order by 1`;

/** What is wrong with a server of this version, as server_version_num counts. */
export function serverProblem(version: number): string | undefined {
  const major = Math.floor(version / 10_000);
  const minor = version % 10_000;
  if (major < 16) return `PostgreSQL ${major} is too old: 16.10, 17.6 or newer is needed.`;
  const least = closedSince.get(major);
  if (least === undefined || minor >= least) return undefined;
  return `PostgreSQL ${major}.${minor} has known holes in its row-level security: update it to ${major}.${least} or newer.`;
}

async function problemsOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'situation-table boot check' });
  await client.connect();
  try {
    const {
      rows: [server],
    } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const version = serverProblem(server?.version ?? 0);
    const { rows } = await client.query<{ problem: string }>(findings);
    return [...(version ? [version] : []), ...rows.map(({ problem }) => problem)];
  } finally {
    await client.end();
  }
}

async function versionProblems(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await reasonsNotToServe(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
  } finally {
    await client.end();
  }
}

/**
 * Whether a database says of itself that it is a demo: wherever its rows were copied to, they say it there too.
 * @param url the app's
 */
export async function isDemo(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean }>('select sec.is_demo() as demo');
    return rows[0]?.demo === true;
  } finally {
    await client.end();
  }
}

/** What a start that was refused has to say. */
export class BootRefused extends Error {
  override readonly name = 'BootRefused';
  constructor(readonly problems: readonly string[]) {
    super(
      `This database is not safe to serve from:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}

/**
 * Refuses a database behind whose walls the product would not stand (docs/privacy.md, three walls). Ask it
 * before the first request is served.
 * @param urls of the logins that will be used, the app's first
 * @throws BootRefused with everything that is wrong
 */
export async function checkBeforeServing(urls: {
  readonly app: string;
  readonly authn: string;
  readonly job: string;
}): Promise<void> {
  const problems = new Set<string>();
  for (const url of [urls.app, urls.authn, urls.job])
    for (const problem of await problemsOf(url)) problems.add(problem);
  // Only the app itself may ask what was migrated: of another login the question would fail and hide the reason.
  if (problems.size === 0) for (const problem of await versionProblems(urls.app)) problems.add(problem);
  if (problems.size > 0) throw new BootRefused([...problems]);
}
