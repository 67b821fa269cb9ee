import { policy as firstWall, type Policy } from '#domain/visibility';

/** Token of the first wall; tests put an open door in its place to see the second one hold. */
export const ThePolicy = Symbol('policy');
export const policyProvider = { provide: ThePolicy, useValue: firstWall satisfies Policy };
