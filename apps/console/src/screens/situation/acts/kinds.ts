import { moveAddress, moves, routedMoves, type Move, type RoutedMove } from '#domain/filters';
import type { ListName } from '#domain/vocabulary';
import type { MoveName } from '../../../api/moves.js';

/* Which form a move gets derives from its row in the workflow; a move that needs more than these has a form of its own. */

const those = (fits: (move: Move) => boolean): RoutedMove[] =>
  routedMoves.filter((name) => fits(moves[name]));
const addressOf = (name: RoutedMove): MoveName => moveAddress(name) as MoveName;

const demanded = ({ takes }: Move): string[] =>
  Object.entries(takes.fields).flatMap(([name, use]) => (use.optional === true ? [] : [name]));

/** Made by one press; what each needs, the server has already looked at. */
export const plain: Readonly<Record<string, MoveName>> = Object.fromEntries(
  those(({ takes }) => Object.keys(takes.fields).length === 0).map((name) => [name, addressOf(name)]),
);

/** A move that needs a reason of this list of the codebook. */
export interface Reasoned {
  readonly move: MoveName;
  readonly list: ListName;
  /** With the reason `joined` it names another situation. */
  readonly takesNumber: boolean;
  /** The coordinator makes it for an agency without an account. */
  readonly takesAgency: boolean;
}

/** Made with a reason and nothing else that must be given. */
export const reasoned: Readonly<Record<string, Reasoned>> = Object.fromEntries(
  those((move) => demanded(move).join() === 'reason').flatMap((name) => {
    const { reasons: list, takes }: Move = moves[name];
    if (list === undefined) return [];
    const takesNumber = 'joined' in takes.fields;
    const takesAgency = 'agency' in takes.fields;
    return [[name, { move: addressOf(name), list, takesNumber, takesAgency }] as const];
  }),
);

/** Cannot be taken back: held for a moment before it is sent. */
export const held: ReadonlySet<MoveName> = new Set(those(({ final }) => final === true).map(addressOf));

/** Taken back for ten minutes by the coordinator. */
export const undoable: ReadonlySet<MoveName> = new Set(
  those(({ undo }) => undo !== undefined).map(addressOf),
);

/** Offered to a coordinator only while an agency without an account is asked. */
export const forOthers: ReadonlySet<string> = new Set(
  those(({ by }) => by.includes('asked') && by.includes('forAgencyWithoutAccount')),
);
