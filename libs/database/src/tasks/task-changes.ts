import type { Session } from '../door/session.js';

/**
 * A representative takes over the part of the own agency. @throws P0002; P0001 `task.closed`,
 * `task.notARole`, `task.roleEnded`
 */
export async function takeOverTask(session: Session, task: string): Promise<void> {
  await session.rows('select app.take_over_task($1)', [task]);
}

/**
 * A privacy officer withdraws what the own agency brought, or gives its role back. @throws P0002; P0001
 * `task.closed`, `task.represented`, `move.reasonGiven`
 */
export async function handBackTask(session: Session, task: string, reason: string): Promise<void> {
  await session.rows('select app.hand_back_task($1, $2)', [task, reason]);
}
