import { Client } from 'pg';

/** How far an installation has come, for the first start's question. */
export interface ClusterState {
  /** It has an agency or a user. */
  readonly touched: boolean;
  /** It is a demo: its people and their passwords are known to everybody. */
  readonly demo: boolean;
  /** It was to be a demo, and filling it was cut off. */
  readonly halfFilled: boolean;
}

/** Asks a migrated database how far it has come. @param url a superuser's */
export async function clusterStateOf(url: string): Promise<ClusterState> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const {
      rows: [row],
    } = await client.query<ClusterState>(
      'select exists (select from sec.app_user) or exists (select from sec.agency) as touched, exists (select from sec.demo_clock d where d.demo and not d.filling) as demo, exists (select from sec.demo_clock d where d.filling) as "halfFilled"',
    );
    if (!row) throw new Error('PostgreSQL gave no answer.');
    return row;
  } finally {
    await client.end();
  }
}
