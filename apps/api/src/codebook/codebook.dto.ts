import type { ChangeRow, ListRow, TermContent, TermRow, VersionRow } from '#database/codebook';
import { localLists } from '#domain/vocabulary';
import {
  Code,
  Codes,
  Day,
  Identifier,
  Instant,
  Line,
  NotBefore,
  PageQuery,
  Part,
  Parts,
  Term,
  Text,
  Truth,
  Whole,
} from '#edge';

const kinds = ['add', 'edit', 'retire'] as const;
/** Stricter than what may be asked for: no empty part between two dots or dashes. */
const codeForm = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
const states = ['proposed', 'published', 'discarded'] as const;

export class CodebookQuery {
  @Whole({
    min: 1,
    max: 1_000_000,
    optional: true,
    query: true,
    description: 'The current version unless given',
  })
  version?: number;

  @Term({ optional: true, description: 'One list only' })
  list?: string;
}

export class ChangesQuery extends PageQuery {
  @Code(states, { optional: true, description: '`proposed` unless given' })
  state: (typeof states)[number] = 'proposed';
}

/** What a term says; in an edit it replaces what the term said before. */
export class TermContentInput implements TermContent {
  @Line({ max: 200, optional: true }) labelEn?: string;
  @Line({ max: 200, optional: true, description: 'Needed before publication' }) labelFr?: string;
  @Text({ max: 600, optional: true }) definitionEn?: string;
  @Text({ max: 600, optional: true }) definitionFr?: string;
  @Truth({ optional: true, description: 'The label is the same word in both languages' })
  sameInBoth?: boolean;
  @Term({ optional: true, description: 'A code of the list that groups this one' }) group?: string;
  @Term({ optional: true, description: 'Risk factors only' }) theme?: string;
  @Term({ optional: true, description: 'The provincial code that it counts as; local terms need one' })
  mapsTo?: string;
  @Day({ optional: true, description: 'First day on which it can be chosen; only of a new term' })
  activeFrom?: Day;
  @Day({ optional: true, description: 'Last day on which it can be chosen; only when it is retired' })
  @NotBefore('activeFrom')
  activeTo?: Day;
}

export class ChangeInput {
  @Code(kinds) kind: (typeof kinds)[number];
  @Term() list: string;
  @Text({ max: 120, pattern: codeForm, description: 'Of a local term: begins with `local.`' }) code: string;
  @Truth({ optional: true, description: `A term of one table (${localLists.join(', ')})` }) local?: boolean;
  @Identifier({ optional: true, description: 'The table of a local term; a coordinator’s is the own table' })
  tableId?: string;
  @Part(() => TermContentInput) content: TermContentInput;
}

export class TermView {
  @Term() code: string;
  @Term({ nullable: true }) group: string | null;
  @Term({ nullable: true }) theme: string | null;
  @Code(['confirmed', 'unconfirmed', 'added']) status: string;
  @Text({ max: 200 }) labelEn: string;
  @Text({ max: 200 }) labelFr: string;
  @Text({ max: 600, nullable: true }) definitionEn: string | null;
  @Text({ max: 600, nullable: true }) definitionFr: string | null;
  @Day() activeFrom: Day;
  @Day({ nullable: true, description: 'The last day on which it can be chosen' }) activeTo: Day | null;
  @Term({ nullable: true }) mapsTo: string | null;
  @Identifier({ nullable: true, description: 'The table of a local term' }) tableId: string | null;
  @Codes(['heading', 'bySystem', 'needsNote', 'namesSituation'], {
    description: '`heading` and `bySystem` cannot be chosen',
  })
  traits: string[];
}

export class ListView {
  @Term() list: string;
  @Term({ nullable: true }) groupList: string | null;
  @Truth({ description: 'Tables may add terms of their own' }) takesLocal: boolean;
  @Truth({ description: 'Words can be edited, codes neither added nor retired' }) closed: boolean;
  @Parts(() => TermView, { max: 1000 }) terms: TermView[];
}

export class VersionView {
  @Whole({ min: 1, max: 1_000_000 }) version: number;
  @Text({ max: 60 }) name: string;
  @Instant() publishedAt: string;
}

export class CodebookView extends VersionView {
  @Parts(() => ListView, { max: 100 }) lists: ListView[];
}

export class ChangeView {
  @Identifier() id: string;
  @Code(kinds) kind: string;
  @Term() list: string;
  @Term() code: string;
  @Identifier({ nullable: true }) tableId: string | null;
  @Text({ max: 200, min: 0, nullable: true }) labelEn: string | null;
  @Text({ max: 200, min: 0, nullable: true }) labelFr: string | null;
  @Text({ max: 600, nullable: true }) definitionEn: string | null;
  @Text({ max: 600, nullable: true }) definitionFr: string | null;
  @Truth() sameInBoth: boolean;
  @Term({ nullable: true }) group: string | null;
  @Term({ nullable: true }) theme: string | null;
  @Term({ nullable: true }) mapsTo: string | null;
  @Day({ nullable: true }) activeFrom: Day | null;
  @Day({ nullable: true }) activeTo: Day | null;
  @Code(states) state: string;
  @Whole({ min: 1, max: 1_000_000 }) version: number;
  @Instant() proposedAt: string;
  @Truth() proposedByMe: boolean;
  @Whole({ min: 0, max: 2, description: 'Two administrators sign; the second signature publishes' })
  signatures: number;
  @Truth() signedByMe: boolean;
  @Whole({
    min: 1,
    max: 1_000_000,
    nullable: true,
    description: 'The version of the codebook that brought it',
  })
  publishedIn: number | null;
}

/** What a change to a change answers. */
export class ChangeReceipt {
  @Identifier() id: string;
  @Whole({ min: 1, max: 1_000_000 }) version: number;
  @Whole({
    min: 1,
    max: 1_000_000,
    nullable: true,
    description: 'The version of the codebook that was published by it',
  })
  publishedIn: number | null;
}

export function versionView(row: VersionRow): VersionView {
  return { version: row.version, name: row.name, publishedAt: row.published_at };
}

export function listView(list: ListRow, terms: readonly TermRow[]): ListView {
  return {
    list: list.list,
    groupList: list.group_list,
    takesLocal: list.takes_local,
    closed: list.closed,
    terms: terms.filter((term) => term.list === list.list).map(termView),
  };
}

function termView(row: TermRow): TermView {
  return {
    code: row.code,
    group: row.group_code,
    theme: row.theme_code,
    status: row.status,
    labelEn: row.label_en,
    labelFr: row.label_fr,
    definitionEn: row.definition_en,
    definitionFr: row.definition_fr,
    activeFrom: row.active_from,
    activeTo: row.active_to,
    mapsTo: row.maps_to,
    tableId: row.table_id,
    traits: ['heading', 'bySystem', 'needsNote', 'namesSituation'].filter(
      (trait) => row.attributes[trait] === true,
    ),
  };
}

export function changeView(row: ChangeRow): ChangeView {
  return {
    id: row.id,
    kind: row.kind,
    list: row.list,
    code: row.code,
    tableId: row.table_id,
    labelEn: row.label_en,
    labelFr: row.label_fr,
    definitionEn: row.definition_en,
    definitionFr: row.definition_fr,
    sameInBoth: row.same_in_both,
    group: row.group_code,
    theme: row.theme_code,
    mapsTo: row.maps_to,
    activeFrom: row.active_from,
    activeTo: row.active_to,
    state: row.state,
    version: row.version,
    proposedAt: row.proposed_at,
    proposedByMe: row.proposed_by_me,
    signatures: row.signatures,
    signedByMe: row.signed_by_me,
    publishedIn: row.published_in,
  };
}
