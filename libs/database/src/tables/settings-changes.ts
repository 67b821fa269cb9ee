import type { Session } from '../door/session.js';
import { made } from '../door/written.js';

/** The settings that need two persons; at least one is given. */
export interface GuardedSettings {
  readonly identifierRecipients?: string | undefined;
  readonly riskRule?: string | undefined;
  readonly retentionMonths?: number | undefined;
}

export async function proposeSettings(
  session: Session,
  table: string,
  settings: GuardedSettings,
): Promise<string> {
  return made(session, 'select sec.propose_settings($1, $2, $3, $4) as id', [
    table,
    settings.identifierRecipients ?? null,
    settings.riskRule ?? null,
    settings.retentionMonths ?? null,
  ]);
}

/** 'applied' when this was the word that was missing. */
export async function approveSettings(session: Session, change: string): Promise<'applied' | 'waiting'> {
  return (
    await session.one<{ outcome: 'applied' | 'waiting' }>('select sec.approve_settings($1) as outcome', [
      change,
    ])
  ).outcome;
}

export async function withdrawSettings(session: Session, change: string): Promise<void> {
  await session.rows('select sec.withdraw_settings($1)', [change]);
}
