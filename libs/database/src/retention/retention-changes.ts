import type { Day } from '#domain/days';
import type { Data } from '../door/data.js';
import type { Session } from '../door/session.js';

const id = async (session: Session, sql: string, parameters: readonly unknown[]): Promise<string> =>
  (await session.one<{ id: string }>(sql, parameters)).id;

/** @throws P0002; P0001 with a code for a stage without holds, a date that is none, or a hold that stands */
export function setHold(
  session: Session,
  situation: string,
  reason: string,
  reviewOn: string,
): Promise<string> {
  return id(session, 'select app.set_hold($1, $2, $3::date) as id', [situation, reason, reviewOn]);
}

/** @throws P0002 for a hold of another agency; P0001 once lifted */
export async function liftHold(session: Session, hold: string): Promise<void> {
  await session.rows('select app.lift_hold($1)', [hold]);
}

/** @throws P0002; P0001 for whoever did not bring it */
export function askHold(session: Session, situation: string, reason: string): Promise<string> {
  return id(session, 'select app.ask_hold($1, $2) as id', [situation, reason]);
}

/** @throws P0002 once answered */
export async function refuseHold(session: Session, request: string): Promise<void> {
  await session.rows('select app.refuse_hold($1)', [request]);
}

/** @throws P0002; P0001 with a code while it is not sealed or a hold stands */
export function askEarlyDestruction(
  session: Session,
  situation: string,
  consent: string,
  consentedOn: string,
): Promise<string> {
  return id(session, 'select app.ask_early_destruction($1, $2, $3::date) as id', [
    situation,
    consent,
    consentedOn,
  ]);
}

/** @throws P0002 */
export async function withdrawEarlyDestruction(session: Session, request: string): Promise<void> {
  await session.rows('select app.withdraw_early_destruction($1)', [request]);
}

/** Destroys at once. @throws P0002; P0001 with a code for the asker's own request or a hold set meanwhile */
export async function approveEarlyDestruction(session: Session, request: string): Promise<void> {
  await session.rows('select app.approve_early_destruction($1)', [request]);
}

/** A situation that falls due, as the operator is told: no agency, no code. */
export interface DueForOperator {
  readonly table_id: string;
  readonly number: string;
  readonly destroy_on: Day;
  readonly sealed: boolean;
  readonly held: boolean;
}

/** What falls due within so many days, at every table. */
export async function dueWithin(data: Data, days: number): Promise<DueForOperator[]> {
  return data.asJob('', (queries) =>
    queries.rows(
      `select d.table_id, d.number, to_char(d.destroy_on, 'YYYY-MM-DD') as destroy_on, d.sealed, d.held from app.due_within($1) d order by d.destroy_on, app.number_order(d.number)`,
      [days],
    ),
  );
}
