import { createClient, type Schema } from '#api-client';
import { answered, Refused } from '../../api/api.js';

/** The wall's own client: it acts from no seat and asks for these two things only. */
const wall = createClient({ seat: () => undefined });

export type Wall = Schema<'ProjectorView'> | { readonly state: 'notPaired'; readonly card: null };

/** A code for a coordinator to type. */
export function beginPairing(): Promise<Schema<'PairingView'>> {
  return answered(wall.POST('/api/v1/projector/pairing'));
}

/** What the wall shows now; a device that is not paired, or not any more, finds nothing. */
export async function readWall(): Promise<Wall> {
  try {
    return await answered(wall.GET('/api/v1/projector/card'));
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) return { state: 'notPaired', card: null };
    throw error;
  }
}
