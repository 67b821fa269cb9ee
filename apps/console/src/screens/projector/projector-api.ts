import { createClient, type Schema } from '#api-client';
import { answered, orNothing } from '../../api/api.js';

/** The projector's own client: it acts from no seat and asks for these two things only. */
const projector = createClient({ seat: () => undefined });

export type ProjectorView = Schema<'ProjectorView'> | { readonly state: 'notPaired'; readonly card: null };

/** A code for a coordinator to type. */
export function beginPairing(): Promise<Schema<'PairingView'>> {
  return answered(projector.POST('/api/v1/projector/pairing'));
}

/** What the projector shows now; a device that is not paired, or not any more, finds nothing. */
export async function readProjector(): Promise<ProjectorView> {
  return (
    (await orNothing(answered(projector.GET('/api/v1/projector/card')))) ?? { state: 'notPaired', card: null }
  );
}
