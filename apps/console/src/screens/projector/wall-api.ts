import { createClient, type Schema } from '#api-client';
import { answered, orNothing } from '../../api/api.js';

/** The wall's own client: it acts from no seat and asks for these two things only. */
const wall = createClient({ seat: () => undefined });

export type Wall = Schema<'ProjectorView'> | { readonly state: 'notPaired'; readonly card: null };

/** A code for a coordinator to type. */
export function beginPairing(): Promise<Schema<'PairingView'>> {
  return answered(wall.POST('/api/v1/projector/pairing'));
}

/** What the wall shows now; a device that is not paired, or not any more, finds nothing. */
export async function readWall(): Promise<Wall> {
  return (
    (await orNothing(answered(wall.GET('/api/v1/projector/card')))) ?? { state: 'notPaired', card: null }
  );
}
