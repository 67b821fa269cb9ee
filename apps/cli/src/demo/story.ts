import type { Acting } from './acting.js';
import type { AgencyName, SignInName } from './cast.js';

/** What filling the live table needs: everybody's seat, the agencies, and the clock. */
export interface Stage {
  as(name: SignInName): Promise<Acting>;
  agency(name: AgencyName): string;
  /** Domain time stands here now. */
  at(instant: string): Promise<void>;
}

export interface Brought {
  id: string;
  version: number;
}
export interface Identity {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate?: string;
  readonly address?: string;
}

/** One move, as the API wants it; remembers the version. */
export async function move(
  stage: Stage,
  brought: Brought,
  who: SignInName,
  name: string,
  request: object = {},
): Promise<void> {
  const moved = await (
    await stage.as(who)
  ).post<{ version: number }>(`/situations/${brought.id}/moves/${name}`, request, brought.version);
  brought.version = moved.version;
}

/** Screened and brought to the table in one go. */
export async function bring(stage: Stage, who: SignInName, content: object): Promise<Brought> {
  const rep = await stage.as(who);
  const screening = await rep.post<{ id: string }>('/screenings', content);
  return rep.post<Brought>(`/screenings/${screening.id}/bring-to-table`, { ownMeansExhausted: true }, 1);
}

/** Acutely elevated risk recorded by the deputy, in the open meeting. */
export async function recordRisk(stage: Stage, brought: Brought): Promise<void> {
  await move(stage, brought, 'deputy', 'record-risk', {
    fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
    decidedBy: 'agreement',
  });
}

/** The identity is written and released to the named agencies, which answer. */
export async function release(
  stage: Stage,
  brought: Brought,
  who: SignInName,
  identity: Identity,
  basis: string,
  to: readonly AgencyName[],
): Promise<void> {
  await (await stage.as(who)).post(`/situations/${brought.id}/tier3`, { identity });
  await move(stage, brought, who, 'release-identifiers', {
    basis,
    agencies: to.map((name) => stage.agency(name)),
  });
}

/** The round is closed; lead and assisting agencies are asked. */
export async function assign(
  stage: Stage,
  brought: Brought,
  lead: AgencyName,
  assisting: readonly AgencyName[],
): Promise<void> {
  await move(stage, brought, 'deputy', 'close-round');
  await move(stage, brought, 'deputy', 'assign', {
    lead: stage.agency(lead),
    assisting: assisting.map((name) => stage.agency(name)),
  });
}

/** A whole meeting: convened, opened, attended, held, closed. */
export async function meet(
  stage: Stage,
  at: string,
  attending: readonly AgencyName[],
  held: () => Promise<void>,
): Promise<void> {
  await stage.at(at);
  const deputy = await stage.as('deputy');
  const { id } = await deputy.post<{ id: string }>('/meetings', {
    kind: 'regular',
    scheduledFor: new Date(at).toISOString(),
    place: 'City Hall, room 2',
  });
  const opened = await deputy.post<{ version: number }>(`/meetings/${id}/open`, {}, 1);
  for (const name of attending) {
    await deputy.put(
      `/meetings/${id}/attendance/${stage.agency(name)}`,
      { mode: 'room', ...(name === 'foodBank' && { basis: 'consent' }) },
      0,
    );
  }
  await held();
  await deputy.post(`/meetings/${id}/close`, {}, opened.version);
}
