import { moves, type Move } from '#domain/filters';
import {
  closedLists,
  codebook,
  codedFieldNames,
  codedFields,
  columnOf,
  firstCodebookVersion,
  groupListOf,
  listNames,
  localLists,
  type CodedField,
} from '#domain/vocabulary';
import type { Ask } from './ledger.js';

/** The moves of the workflow as the database judges them: exactly what libs/domain declares. */
function moveRows(): object[] {
  return Object.entries(moves as Record<string, Move>).map(([name, move]) => ({
    name,
    stages: move.stages,
    as_lead: move.asLead ?? {},
    when_all_declined: move.whenAllDeclined ?? {},
    to_stage_left: move.toStageLeft ?? false,
    by: move.by,
    needs: move.needs,
    takes: Object.keys(move.takes.fields),
    reason_list: move.reasons ?? null,
    minutes: move.minutes ?? null,
    on_agenda: move.onAgenda ?? false,
    quiet: move.quiet ?? false,
  }));
}

/** The coded fields of a situation, as the database checks, corrects and keeps them. */
const fieldRows = (): object[] =>
  codedFieldNames.map((name, position) => {
    const field: CodedField = codedFields[name];
    return {
      name,
      position,
      column_name: columnOf(name),
      list: field.list,
      many: field.most > 1,
      corrected: field.once !== true,
      shows: field.shows,
    };
  });

const listRows = (): object[] =>
  listNames.map((list, position) => ({
    list,
    position,
    group_list: (groupListOf as Partial<Record<string, string>>)[list] ?? null,
    takes_local: (localLists as readonly string[]).includes(list),
    closed: (closedLists as readonly string[]).includes(list),
  }));

const termRows = (): object[] =>
  listNames.flatMap((list) =>
    codebook[list].map((term, position) => ({
      list: term.list,
      code: term.code,
      position,
      group_code: term.group,
      theme_code: term.theme,
      status: term.status,
      label_en: term.labelEn,
      label_fr: term.labelFr,
      definition_en: term.definitionEn,
      definition_fr: term.definitionFr,
      active_from: term.activeFrom,
      active_to: term.activeTo,
      maps_to: term.mapsTo,
      attributes: term.attributes,
    })),
  );

/** Names of everything that comes from code, as the ledger keeps them: `move:assign`, `code:riskFactor/theft`. */
export function codeNames(): string[] {
  return [
    ...Object.keys(moves).map((name) => `move:${name}`),
    ...codedFieldNames.map((name) => `field:${name}`),
    ...listNames.flatMap((list) => codebook[list].map(({ code }) => `code:${list}/${code}`)),
  ];
}

const writeMoves = `
insert into app.move as kept (name, stages, as_lead, when_all_declined, to_stage_left, by, needs, takes, reason_list,
  minutes, on_agenda, quiet)
select m.name, m.stages, m.as_lead, m.when_all_declined, m.to_stage_left, m.by, m.needs, m.takes, m.reason_list,
  m.minutes, m.on_agenda, m.quiet
from jsonb_to_recordset($1::jsonb) as m(name text, stages jsonb, as_lead jsonb, when_all_declined jsonb,
  to_stage_left boolean, by text[], needs text[], takes text[], reason_list text,
  minutes text, on_agenda boolean, quiet boolean)
on conflict (name) do update set stages = excluded.stages, as_lead = excluded.as_lead,
  when_all_declined = excluded.when_all_declined, to_stage_left = excluded.to_stage_left, by = excluded.by,
  needs = excluded.needs, takes = excluded.takes, reason_list = excluded.reason_list,
  minutes = excluded.minutes, on_agenda = excluded.on_agenda, quiet = excluded.quiet
where (kept.*) is distinct from (excluded.*)`;

/** A move is audited under its name, and wakes who follows the table unless it is quiet. */
const writeActions = `
insert into audit.action as kept (name, wakes, counted)
select 'situation.' || move.name, 'table', true from app.move where not move.quiet
on conflict (name) do update set wakes = excluded.wakes, counted = excluded.counted
where (kept.*) is distinct from (excluded.*)`;

const writeFields = `
insert into app.coded_field as kept (name, position, column_name, list, many, corrected, shows)
select f.name, f.position, f.column_name, f.list, f.many, f.corrected, f.shows
from jsonb_to_recordset($1::jsonb) as f(name text, position int, column_name text, list text, many boolean,
  corrected boolean, shows text[])
on conflict (name) do update set position = excluded.position, column_name = excluded.column_name,
  list = excluded.list, many = excluded.many, corrected = excluded.corrected, shows = excluded.shows
where (kept.*) is distinct from (excluded.*)`;

const writeLists = `
insert into codebook.list as kept (list, position, group_list, takes_local, closed)
select l.list, l.position, l.group_list, l.takes_local, l.closed
from jsonb_to_recordset($1::jsonb) as l(list text, position int, group_list text, takes_local boolean, closed boolean)
on conflict (list) do update set position = excluded.position, group_list = excluded.group_list,
  takes_local = excluded.takes_local, closed = excluded.closed
where (kept.*) is distinct from (excluded.*)`;

/** Only terms that were never there: a published term is edited in the product and never overwritten from code. */
const writeTerms = `
insert into codebook.term (list, code, position, version_from, group_code, theme_code, status, label_en, label_fr,
  definition_en, definition_fr, active_from, active_to, maps_to, attributes)
select t.list, t.code, t.position, (select max(v.version) from codebook.version v), t.group_code, t.theme_code,
  t.status, t.label_en, t.label_fr, t.definition_en, t.definition_fr, t.active_from, t.active_to, t.maps_to, t.attributes
from jsonb_to_recordset($1::jsonb) as t(list text, code text, position int, group_code text, theme_code text,
  status text, label_en text, label_fr text, definition_en text, definition_fr text, active_from date, active_to date,
  maps_to text, attributes jsonb)
where not exists (select from codebook.term kept
  where kept.list = t.list and kept.code = t.code and kept.table_id is null)`;

/**
 * Brings moves, coded fields, lists and first words of the codebook from code into the database. What the
 * program no longer declares stays until a numbered migration takes it away, since an older program may still
 * use it.
 */
export async function writeCodeData(ask: Ask): Promise<void> {
  await ask(writeMoves, [JSON.stringify(moveRows())]);
  await ask(writeActions);
  await ask(writeFields, [JSON.stringify(fieldRows())]);
  await ask('select app.grant_corrections()');
  await ask(
    'insert into codebook.version (version, name) select 1, $1 where not exists (select from codebook.version)',
    [firstCodebookVersion],
  );
  await ask(writeLists, [JSON.stringify(listRows())]);
  await ask(writeTerms, [JSON.stringify(termRows())]);
}
