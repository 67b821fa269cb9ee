import { steps } from './told-moves.js';

const open = ['deidentified', 'limited', 'planning', 'intervention'];
const later = ['limited', 'planning', 'intervention'];
const working = ['planning', 'intervention'];

export interface Taker {
  readonly persona: string;
  readonly agency: string | null;
}
export interface Asked {
  readonly agency?: string;
  readonly from?: string;
  readonly agencies?: readonly string[];
  readonly lead?: string;
  readonly assisting?: readonly string[];
  readonly role?: string;
}
/** What stands at the table while a step is taken. */
export interface Around {
  readonly identifierRecipients: string;
  readonly attending: readonly string[];
  readonly withAccount: readonly string[];
  /** Agencies for which nobody can act any more. */
  readonly unrepresented: readonly string[];
}

interface Role {
  agency: string;
  role: 'lead' | 'assisting';
  state: 'asked' | 'accepted' | 'over' | 'returned';
}

/**
 * The workflow as docs/workflow.md tells it, written a second time and smaller: which stage follows, who may
 * take the step, and which agencies then hold which tier. It knows neither the rows of libs/domain nor the
 * database's functions, so that a fault that both share is seen here.
 */
export class WorkflowModel {
  stage = 'deidentified';
  readonly hears = new Set<string>();
  readonly intervenes = new Set<string>();
  private roles: Role[] = [];
  private readonly named = new Set<string>();
  private kept: { hears: string[]; intervenes: string[] } = { hears: [], intervenes: [] };
  private left = '';
  private proposed = '';
  /** Identifiers were released again, or all declined: from then on agencies hear by name alone. */
  private secondRound = false;

  constructor(readonly originator: string) {}

  /** Whether the story lets this person take this step now; what it needs besides is not judged here. */
  may(step: string, taker: Taker, asked: Asked): boolean {
    const [from, by] = steps[step] ?? [[], 'lead'];
    if (!from.includes(this.stage)) return false;
    const agency = taker.persona === 'coordinator' ? asked.agency : (taker.agency ?? undefined);
    switch (by) {
      case 'coordinator':
        return taker.persona === 'coordinator';
      case 'originator':
        return taker.persona === 'rep' && taker.agency === this.originator;
      case 'anySeat':
        return taker.persona === 'rep' || agency !== undefined;
      case 'asked':
        return this.open(agency)?.state === 'asked';
      case 'assisting':
      case 'lead':
        return (
          taker.persona === 'rep' && this.open(agency)?.state === 'accepted' && this.open(agency)?.role === by
        );
    }
  }

  /** The step was taken. */
  take(step: string, taker: Taker, asked: Asked, around: Around): void {
    const agency = (taker.persona === 'coordinator' ? asked.agency : taker.agency) ?? '';
    const hear = (agencies: readonly string[]): void => {
      for (const each of agencies)
        if (each !== this.originator && around.withAccount.includes(each)) this.hears.add(each);
    };
    const name = (agencies: readonly string[]): void => {
      for (const each of agencies) if (each !== this.originator) this.named.add(each);
    };
    switch (step) {
      case 'reject':
        this.stage = 'rejected';
        break;
      case 'sendBack':
        this.stage = 'returned';
        break;
      case 'undo':
        this.stage = 'deidentified';
        break;
      case 'withdraw':
      case 'withdrawOnBehalf':
        if (this.stage === 'deidentified') this.stage = 'withdrawn';
        else this.end();
        break;
      case 'releaseIdentifiers':
      case 'releaseAgain':
        this.secondRound ||= step === 'releaseAgain';
        this.release(step, asked, around, hear, name);
        break;
      case 'assign':
        this.stage = 'planning';
        this.roles = [
          ...this.roles,
          ask(asked.lead ?? '', 'lead'),
          ...(asked.assisting ?? []).map((each) => ask(each, 'assisting')),
        ];
        for (const each of this.hears)
          if (each !== asked.lead && !(asked.assisting ?? []).includes(each)) this.hears.delete(each);
        break;
      case 'assignAgain':
      case 'addAssisting':
        this.roles.push(ask(agency, step === 'assignAgain' && asked.role === 'lead' ? 'lead' : 'assisting'));
        break;
      case 'acceptAssignment':
        this.accept(agency, taker);
        break;
      case 'declineAssignment':
        this.over(agency, 'over');
        if (this.stage === 'planning' && this.roles.every(({ state }) => state === 'over')) {
          this.stage = 'limited';
          this.secondRound = true;
        }
        break;
      case 'leaveAssignment':
        this.over(agency, 'over');
        break;
      case 'proposeLead':
        this.proposed = asked.agency ?? '';
        break;
      case 'takeOverLead':
        this.proposed = agency;
        break;
      case 'reassign':
        this.reassign(asked.from ?? '', asked.agency ?? '');
        break;
      case 'endRole':
        this.over(asked.from ?? '', 'over');
        break;
      case 'confirmLead':
        this.confirm(around.unrepresented);
        break;
      case 'conclude':
        this.end();
        break;
      case 'reopen':
        this.stage = this.left;
        for (const each of this.kept.hears) this.hears.add(each);
        for (const each of this.kept.intervenes) this.intervenes.add(each);
        break;
    }
  }

  /** Marked present while the release of that meeting still runs. */
  comesLate(agency: string, around: Around): void {
    if (
      this.stage !== 'limited' ||
      this.secondRound ||
      around.identifierRecipients !== 'everyoneSeated' ||
      agency === this.originator ||
      !around.withAccount.includes(agency)
    )
      return;
    this.named.add(agency);
    this.hears.add(agency);
  }

  /** Twelve hours went by without an answer. */
  returnUnanswered(): void {
    if (!working.includes(this.stage)) return;
    for (const each of this.roles.filter(({ state }) => state === 'asked'))
      this.over(each.agency, 'returned');
  }

  /** An agency left the table: its roles and what it held ended with it, for good. */
  leave(agency: string): void {
    this.over(agency, 'over');
    this.kept = {
      hears: this.kept.hears.filter((each) => each !== agency),
      intervenes: this.kept.intervenes.filter((each) => each !== agency),
    };
  }

  /** Who has been asked and has not answered. */
  waiting(): string[] {
    return this.roles.filter(({ state }) => state === 'asked').map(({ agency }) => agency);
  }

  /** Whose identities and accounts a seat sees, as the table of the workflow says under "who sees what". */
  sees(what: 'summary' | 'tier3' | 'tier4', taker: Taker): 'all' | 'own' | 'nothing' {
    if (what === 'summary') return open.includes(this.stage) ? 'all' : 'nothing';
    if (taker.persona !== 'rep' || taker.agency === null) return 'nothing';
    const at = what === 'tier3' ? later : working;
    if (at.includes(this.stage) && (what === 'tier3' ? this.hears : this.intervenes).has(taker.agency))
      return 'all';
    const own = what === 'tier3' ? open : working;
    return taker.agency === this.originator && own.includes(this.stage) ? 'own' : 'nothing';
  }

  private release(
    step: string,
    asked: Asked,
    around: Around,
    hear: (agencies: readonly string[]) => void,
    name: (agencies: readonly string[]) => void,
  ): void {
    const listed = asked.agencies ?? [];
    const inRoom = step === 'releaseIdentifiers' && around.identifierRecipients === 'everyoneSeated';
    name([...listed, ...(inRoom ? around.attending : [])]);
    if (inRoom) hear(around.attending);
    else if (around.identifierRecipients !== 'nobody') hear(listed);
    this.stage = 'limited';
  }

  private accept(agency: string, taker: Taker): void {
    const role = this.open(agency);
    if (role === undefined) return;
    role.state = 'accepted';
    if (role.role === 'lead' && this.stage === 'planning') this.stage = 'intervention';
    if (taker.persona !== 'rep') return;
    this.intervenes.add(agency);
    if (this.named.has(agency)) this.hears.add(agency);
  }

  /** A lead that nobody represents any more ends; another goes on as an assisting agency. */
  private confirm(unrepresented: readonly string[]): void {
    for (const each of this.roles.filter(({ role, state }) => role === 'lead' && state === 'accepted')) {
      if (unrepresented.includes(each.agency)) this.over(each.agency, 'over');
      else each.role = 'assisting';
    }
    for (const each of this.roles.filter(({ role, state }) => role === 'lead' && state === 'asked'))
      if (unrepresented.includes(each.agency)) this.over(each.agency, 'over');
    const next = this.open(this.proposed);
    if (next !== undefined) next.role = 'lead';
  }

  /** The role of an agency goes to another one: to one that assists at once, to any other when it accepts. */
  private reassign(from: string, to: string): void {
    const role = this.roles.findLast(({ agency }) => agency === from)?.role ?? 'assisting';
    this.over(from, 'over');
    const accepted = this.open(to);
    if (accepted === undefined) this.roles.push(ask(to, role));
    else accepted.role = role;
    this.proposed = '';
  }

  private end(): void {
    this.left = this.stage;
    this.stage = 'concluded';
    this.kept = { hears: [...this.hears], intervenes: [...this.intervenes] };
    this.hears.clear();
    this.intervenes.clear();
  }

  private over(agency: string, state: 'over' | 'returned'): void {
    const role = this.open(agency);
    if (role !== undefined) role.state = state;
    this.hears.delete(agency);
    this.intervenes.delete(agency);
  }

  private open(agency: string | undefined): Role | undefined {
    return this.roles.find(
      (each) => each.agency === agency && (each.state === 'asked' || each.state === 'accepted'),
    );
  }
}

function ask(agency: string, role: Role['role']): Role {
  return { agency, role, state: 'asked' };
}
