import { Injectable } from '@nestjs/common';
import { Accounts, verifyPassword, type Account, type AccountSeat, type SignInAttempt } from '#access';
import { appendRefusal, Data } from '#database/door';
import { beginSignIn, getOwnAccount, listOwnSeats } from '#database/identity';
import { sourceOf } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { Pseudonyms } from './pseudonyms.js';

interface Known {
  readonly until: number;
  readonly account: Account;
  readonly seats: ReadonlyMap<string, AccountSeat>;
}

const rememberedMs = 15_000;
const mostRemembered = 5_000;

/**
 * People and sessions as the database knows them, remembered for some seconds so that a request costs one transaction.
 * What is remembered opens nothing: every unit of work enters the context again, and there an ended session or
 * seat is refused at once.
 */
@Injectable()
export class KnownAccounts extends Accounts {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly data: Data,
    private readonly pseudonyms: Pseudonyms,
    private readonly lanes: Lanes,
  ) {
    super();
  }

  async account(
    tokenHash: string,
    requestId: string,
    address: string | undefined,
  ): Promise<Account | undefined> {
    const known = this.remembered(tokenHash);
    if (known !== undefined) return known.account;
    // A token that this process knew a while ago is somebody's; any other may be made up, and takes its turn
    // among its like.
    const look = (): Promise<Known | undefined> => this.look(tokenHash, requestId);
    const found = this.known.has(tokenHash)
      ? await look()
      : await this.lanes.lookUp({ group: sourceOf(address), part: tokenHash }, look);
    return found?.account;
  }

  async freshAccount(tokenHash: string, requestId: string): Promise<Account | undefined> {
    return (await this.look(tokenHash, requestId))?.account;
  }

  async seat(tokenHash: string, seatId: string, requestId: string): Promise<AccountSeat | undefined> {
    // A seat not remembered may have been approved a moment ago.
    return (
      this.remembered(tokenHash)?.seats.get(seatId) ??
      (await this.look(tokenHash, requestId))?.seats.get(seatId)
    );
  }

  async checkPassword(attempt: SignInAttempt): Promise<string | undefined> {
    const { signInName, password, address, requestId, isGone } = attempt;
    const tries = await this.pseudonyms.tries(signInName, address);
    const place = { group: sourceOf(address), part: tries.account };
    const begun = await this.lanes.take(place, () =>
      this.data.asAuthn(requestId, (authn) => beginSignIn(authn, signInName, attempt, tries)),
    );
    const judge = async (): Promise<string | undefined> => {
      if (await verifyPassword(begun.hash, password)) return begun.userId ?? undefined;
      const code = begun.waitMs > 0 ? 'signIn.throttled' : 'signIn.refused';
      await this.note(tries.source, begun.userId, code, requestId);
      return undefined;
    };
    return begun.known && begun.userId !== null
      ? this.lanes.judgeKnown(begun.userId, judge)
      : this.lanes.judge(place, begun.waitMs, judge, isGone);
  }

  /** Forgets a session that this process ended or changed. */
  forget(tokenHash: string): void {
    this.known.delete(tokenHash);
  }

  private remembered(tokenHash: string): Known | undefined {
    const known = this.known.get(tokenHash);
    return known !== undefined && known.until > performance.now() ? known : undefined;
  }

  private async look(tokenHash: string, requestId: string): Promise<Known | undefined> {
    this.known.delete(tokenHash);
    try {
      const known = await this.data.asAuthn(requestId, async (authn) => {
        const { sessionId, userId, language, stepUpHolds } = await getOwnAccount(authn, tokenHash);
        const seats = await listOwnSeats(authn, tokenHash);
        return {
          until: performance.now() + rememberedMs,
          account: { sessionId, userId, language, stepUpHolds },
          seats: new Map(
            seats.map(({ id, persona, tableId, agencyId }) => [id, { id, persona, tableId, agencyId }]),
          ),
        };
      });
      // The oldest goes first: a Map keeps the order in which things came.
      if (this.known.size >= mostRemembered) this.known.delete(this.known.keys().next().value ?? '');
      this.known.set(tokenHash, known);
      return known;
    } catch (error) {
      if ((error as { code?: unknown }).code === '28000') return undefined;
      throw error;
    }
  }

  private async note(source: string, userId: string | null, code: string, requestId: string): Promise<void> {
    // A refusal that cannot be noted is still a refusal.
    await this.data
      .asAuthn(requestId, (authn) => appendRefusal(authn, source, userId, code))
      .catch(() => undefined);
  }
}
