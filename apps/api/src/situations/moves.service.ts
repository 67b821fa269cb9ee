import { Inject, Injectable } from '@nestjs/common';
import { isHiddenFrom, moves, type Checked, type Move, type MoveName, type Request } from '#domain/filters';
import type { Policy } from '#domain/visibility';
import { Data, once, type Session, type Asking } from '#database/door';
import { codeActive, moveFacts, numberStands, requireKnown, transition } from '#database/situations';
import { NotFound, Refusal, Stale, type OnceKey } from '#edge';
import { ThePolicy } from './policy.js';

/** A move that was made. */
export interface Moved {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
}

/**
 * Every move of the workflow goes through here: judged by the pure table of moves, then by the database under
 * the row's lock.
 */
@Injectable()
export class MovesService {
  constructor(
    private readonly data: Data,
    @Inject(ThePolicy) private readonly policy: Policy,
  ) {}

  async move(
    asking: Asking,
    key: OnceKey,
    name: MoveName,
    id: string,
    version: number,
    request: Request,
  ): Promise<Moved> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => requireKnown(session, id),
        async () => {
          const current = await moveFacts(session, id);
          if (isHiddenFrom(name, current.facts)) throw new NotFound();
          if (current.version !== version) throw new Stale();
          const judged = this.policy.attempt(
            name,
            current.facts,
            request,
            await checked(session, name, id, request),
          );
          if (!judged.allowed) throw new Refusal(`move.${judged.reason}`);
          const moved = await transition(session, name, id, version, request);
          return { id, version: moved.version, stage: moved.stage };
        },
      ),
    );
  }
}

/** Looks up what the pure judgement must know of the codes and numbers in the request. */
async function checked(session: Session, name: MoveName, id: string, request: Request): Promise<Checked> {
  const { reasons: list }: Move = moves[name];
  return {
    textSafe: true,
    reasonActive:
      list !== undefined && request.reason !== undefined && (await codeActive(session, list, request.reason)),
    basisActive: request.basis !== undefined && (await codeActive(session, 'legalBasis', request.basis)),
    toldActive: request.told !== undefined && (await codeActive(session, 'told', request.told)),
    joinedFound: request.joined !== undefined && (await numberStands(session, request.joined, id)),
  };
}
