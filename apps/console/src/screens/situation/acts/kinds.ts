import type { MoveName } from '../../../api/moves.js';

/** Made by one press; what each needs, the server has already looked at. */
export const plain: Readonly<Record<string, MoveName>> = {
  confirmOnBehalf: 'confirm-on-behalf',
  takeBackRisk: 'take-back-risk',
  undo: 'undo',
  closeRound: 'close-round',
  takeOverLead: 'take-over-lead',
  confirmLead: 'confirm-lead',
  reopen: 'reopen',
};

/** Made with a reason of the codebook list that stands behind the name. */
export const reasoned = {
  reject: { move: 'reject', list: 'rejectionReason' },
  sendBack: { move: 'send-back', list: 'returnReason' },
  withdraw: { move: 'withdraw', list: 'withdrawalReason' },
  withdrawOnBehalf: { move: 'withdraw-on-behalf', list: 'withdrawalReason' },
  declineAssignment: { move: 'decline-assignment', list: 'declineReason' },
  leaveAssignment: { move: 'leave-assignment', list: 'leaveReason' },
  proposeConclusion: { move: 'propose-conclusion', list: 'conclusionReason' },
} as const satisfies Readonly<Record<string, { readonly move: MoveName; readonly list: string }>>;

/** Cannot be taken back: held for a moment before it is sent. */
export const held: ReadonlySet<MoveName> = new Set([
  'release-identifiers',
  'release-again',
  'assign',
  'accept-assignment',
]);

/** Taken back for ten minutes by the coordinator. */
export const undoable: ReadonlySet<MoveName> = new Set(['reject', 'send-back']);
