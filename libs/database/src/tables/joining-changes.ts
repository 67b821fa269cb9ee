import type { Session } from '../door/session.js';

/*
 * How agencies and people come in with a second person's word. Errors of all: P0002 not there or not for this
 * viewer, P0001 with the code of a refusal (`secondPerson.notIndependent` and `account.stepUp.needed` among
 * them), 42501 for another persona.
 */

/** Says yes to an agency; 'joined' when it was the word that was missing. */
export async function sayYes(session: Session, joining: string): Promise<'waiting' | 'joined'> {
  return (
    await session.one<{ outcome: 'waiting' | 'joined' }>('select sec.say_yes($1) as outcome', [joining])
  ).outcome;
}

/** Refuses an agency, or withdraws the request as an administrator. */
export async function refuseJoining(session: Session, joining: string): Promise<void> {
  await session.rows('select sec.refuse_joining($1)', [joining]);
}

/** Confirms the list of a table that is being founded, as it was read; `listHash` is of just that list. */
export async function confirmFounding(session: Session, table: string, listHash: string): Promise<void> {
  await session.rows('select sec.confirm_founding($1, $2)', [table, listHash]);
}

/** Says that this seat has read the list of its table as it is today; `listHash` is of just that list. */
export async function seeFoundingList(session: Session, table: string, listHash: string): Promise<void> {
  await session.rows('select sec.see_founding_list($1, $2)', [table, listHash]);
}
