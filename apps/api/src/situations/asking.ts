import { policy as firstWall, type Policy } from '#domain/visibility';

/** What a change answers: nothing that a person wrote. */
export interface Changed {
  readonly id: string;
  readonly version: number;
}

/** Token of the first wall; tests put an open door in its place to see the second one hold. */
export const ThePolicy = Symbol('policy');
export const policyProvider = { provide: ThePolicy, useValue: firstWall satisfies Policy };
