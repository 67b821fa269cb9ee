import { handedOverRoles, roleEndings, taskKinds } from '#domain/vocabulary';
import { Code, Identifier, Instant, Part, Term, Text, Truth } from '#edge';

export class TaskAgency {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
  @Text({ max: 60 }) sector: string;
}

/** What waits for somebody: codes, ids and a number, nothing of what a situation holds. */
export class OpenTask {
  @Identifier() id: string;
  @Code(taskKinds, {
    description:
      'Nobody represents an agency with a role in a situation; a table has no coordinator; an agency has no privacy officer',
  })
  kind: string;
  @Text({ max: 120 }) table: string;
  @Identifier({ nullable: true }) situationId: string | null;
  @Text({ max: 20, nullable: true }) number: string | null;
  @Part(() => TaskAgency, { nullable: true, description: 'Whose role it is' }) agency: TaskAgency | null;
  @Code(handedOverRoles, { nullable: true }) role: string | null;
  @Code(roleEndings, { nullable: true, description: 'How the role ended' }) because: string | null;
  @Instant() openedAt: string;
  @Instant({ nullable: true, description: 'From when the coordinator may act in the agency’s place' })
  dueAt: string | null;
  @Truth() due: boolean;
}

export class HandBackInput {
  @Term({ description: 'withdrawalReason for what the agency brought, leaveReason for its role' })
  reason: string;
}
