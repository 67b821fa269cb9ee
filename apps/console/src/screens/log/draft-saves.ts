import { api, ask, ifMatch, isStale, Refused, Unreached } from '../../api/api.js';
import { isSameContent, type DraftContent } from './merge.js';

/** What the server is known to have of a draft. */
export interface Saved {
  readonly id: string;
  readonly version: number;
  readonly content: DraftContent;
}

/** Another version was saved elsewhere since the one that this page began from. */
export class ChangedElsewhere extends Error {
  constructor(readonly theirs: Saved) {
    super('changed elsewhere');
  }
}

export const readDraft = async (id: string): Promise<Saved> => {
  const { version, content } = await ask(() =>
    api.GET('/api/v1/screenings/{id}', { params: { path: { id } } }),
  );
  return { id, version, content };
};

/**
 * The saves of one draft, one after another, each from the version that the one before it left. A save whose
 * answer was lost is known again by its content, so that it is not taken for somebody else's.
 */
export class DraftSaves {
  /** The first sending, repeated as it was until it is answered: a lost answer would otherwise leave a second draft. */
  private first: { readonly body: DraftContent; readonly key: string } | undefined;
  private unanswered: DraftContent[] = [];

  constructor(private known: Saved | undefined) {}

  get saved(): Saved | undefined {
    return this.known;
  }

  /** Goes on from this version: what is saved next replaces it. */
  goOnFrom(saved: Saved): void {
    this.known = saved;
    this.unanswered = [];
  }

  /**
   * @returns what was sent, which for the first save may be older than what was given
   * @throws Refused, Unreached, ChangedElsewhere
   */
  async save(body: DraftContent): Promise<DraftContent> {
    return this.known === undefined ? this.create(body) : this.change(this.known, body);
  }

  private async create(given: DraftContent): Promise<DraftContent> {
    const first = (this.first ??= { body: given, key: crypto.randomUUID() });
    try {
      const { id, version } = await ask(() =>
        api.POST('/api/v1/screenings', {
          params: { header: { 'Idempotency-Key': first.key } },
          body: first.body,
        }),
      );
      this.known = { id, version, content: first.body };
      return first.body;
    } catch (error) {
      // It was answered: nothing was made, and the next save is another one.
      if (error instanceof Refused) this.first = undefined;
      throw error;
    }
  }

  private async change({ id, version }: Saved, body: DraftContent): Promise<DraftContent> {
    this.unanswered.push(body);
    try {
      const answer = await ask(() =>
        api.PUT('/api/v1/screenings/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      );
      this.goOnFrom({ id, version: answer.version, content: body });
      return body;
    } catch (error) {
      if (isStale(error)) return this.reconcile(id, body);
      if (!(error instanceof Unreached)) this.unanswered = this.unanswered.filter((each) => each !== body);
      throw error;
    }
  }

  /** The version is another one than expected: by an own save whose answer was lost, or by somebody else. */
  private async reconcile(id: string, body: DraftContent): Promise<DraftContent> {
    const now = await readDraft(id);
    const isOwn = [this.known?.content, ...this.unanswered].some(
      (own) => own !== undefined && isSameContent(own, now.content),
    );
    if (!isOwn) throw new ChangedElsewhere(now);
    this.goOnFrom(now);
    return isSameContent(now.content, body) ? body : this.change(now, body);
  }
}

/** Saves that go on after their page was left, by draft: a page that opens the draft waits for them before it reads. */
const goingOn = new Map<string, Promise<void>>();

const warn = (event: Event): void => {
  event.preventDefault();
};

/** Lets a save go on though its page was left; the browser asks before the whole console is closed. */
export function goOnSaving(id: string | undefined, work: Promise<void>): void {
  const key = id ?? crypto.randomUUID();
  const settled = work
    .catch(() => undefined)
    .finally(() => {
      goingOn.delete(key);
      if (goingOn.size === 0) removeEventListener('beforeunload', warn);
    });
  goingOn.set(key, settled);
  addEventListener('beforeunload', warn);
}

/** The draft as the server has it once every own save has reached it. */
export async function readSettled(id: string): Promise<Saved> {
  await goingOn.get(id);
  return readDraft(id);
}
