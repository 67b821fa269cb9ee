import { useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { codedFields, searchedFields, vocabularySearch } from '#domain/vocabulary';
import type { Schema } from '#api-client';
import { useChoosable } from '../../shared/choices.js';
import { useCodebook } from '../../shared/terms.js';
import { useLanguage } from '../../session/language.js';
import { ChipList } from '../../kit/chip-list.js';
import { SearchList } from '../../kit/search-list.js';
import { type SearchHit } from '../../kit/search-hit.js';

type CodebookTerm = Schema<'TermView'>;

/** The lists behind the one box, and the field of the card that each fills. */
const fields = Object.fromEntries(searchedFields.map((name) => [codedFields[name].list, name])) as Readonly<
  Record<FactorList, FactorField>
>;
type FactorField = (typeof searchedFields)[number];
type FactorList = (typeof codedFields)[FactorField]['list'];
export type Factors = Partial<Record<FactorField, string[]>>;

const lists = Object.keys(fields) as readonly FactorList[];
const most = 6;

export interface FactorsBoxProps {
  readonly value: Factors;
  readonly onChange: (factors: Factors) => void;
  readonly error?: string | undefined;
}

/**
 * One box over risk factors, study flags and protective factors: who looks for homelessness need not know
 * which of them it is.
 */
export function FactorsBox({ value, onChange, error }: FactorsBoxProps) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const { search, hitOf, browse } = useFactorSearch();
  const box = useRef<HTMLInputElement>(null);
  const chosen = lists.flatMap((list) => (value[fields[list]] ?? []).map((code) => `${list} ${code}`));
  const without = (id: string): Factors => {
    const [list, code] = partsOf(id);
    return { [fields[list]]: (value[fields[list]] ?? []).filter((each) => each !== code) };
  };
  const add = (id: string): void => {
    const [list, code] = partsOf(id);
    if (!chosen.includes(id)) onChange({ [fields[list]]: [...(value[fields[list]] ?? []), code] });
  };
  return (
    <>
      <SearchList
        key={language}
        label={formatMessage({ id: 'log.factors' })}
        hint={formatMessage({ id: 'log.factors.hint' })}
        error={error}
        ref={box}
        search={search}
        browse={browse}
        chosen={chosen}
        onChoose={add}
        onBackspace={() => {
          const last = chosen.at(-1);
          if (last !== undefined) onChange(without(last));
        }}
      />
      <ChipList
        label={formatMessage({ id: 'log.factors.chosen' })}
        chips={chosen.map((id) => ({ id, label: nameOf(hitOf(id), id) }))}
        onRemove={(id) => {
          onChange(without(id));
        }}
        onEmptied={() => box.current?.focus()}
      />
    </>
  );
}

function partsOf(id: string): readonly [FactorList, string] {
  const at = id.indexOf(' ');
  return [id.slice(0, at) as FactorList, id.slice(at + 1)];
}

const nameOf = (hit: SearchHit | undefined, id: string): string =>
  hit === undefined ? id : [hit.group, hit.label].filter((part) => part !== undefined).join(' – ');

/**
 * The search of the codebook in the reader's language; what this table's words are comes from the API, how
 * they are ranked from the domain.
 */
function useFactorSearch() {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const { data: codebook } = useCodebook();
  const risk = useChoosable('riskFactor');
  const flags = useChoosable('studyFlag');
  const protective = useChoosable('protectiveFactor');
  return useMemo(() => {
    const say = (term: CodebookTerm): string => (language === 'fr' ? term.labelFr : term.labelEn);
    const listOf = (name: string): readonly CodebookTerm[] =>
      codebook?.lists.find(({ list }) => list === name)?.terms ?? [];
    const groups = new Map(
      [...listOf('riskCategory'), ...listOf('protectiveCategory')].map((group) => [group.code, group]),
    );
    const terms = [
      ...risk.map((term) => ({ ...term, list: 'riskFactor' as const })),
      ...flags.map((term) => ({ ...term, list: 'studyFlag' as const })),
      ...protective.map((term) => ({ ...term, list: 'protectiveFactor' as const })),
    ];
    const hits = new Map(
      terms.map((term): [string, SearchHit] => {
        const group = term.group === null ? undefined : groups.get(term.group);
        const definition = (language === 'fr' ? term.definitionFr : term.definitionEn) ?? undefined;
        return [
          `${term.list} ${term.code}`,
          {
            id: `${term.list} ${term.code}`,
            label: say(term),
            group: group && say(group),
            tag: formatMessage({ id: `log.tag.${term.list}` }),
            definition,
          },
        ];
      }),
    );
    const ranked = vocabularySearch({
      language,
      terms: terms.map((term) => ({ ...term, attributes: {} })),
      groups: [
        ...listOf('riskCategory').map((group) => ({ ...group, list: 'riskCategory', attributes: {} })),
        ...listOf('protectiveCategory').map((group) => ({
          ...group,
          list: 'protectiveCategory',
          attributes: {},
        })),
      ],
    });
    const hitOf = (id: string): SearchHit | undefined => hits.get(id);
    return {
      hitOf,
      search: (typed: string) => {
        const answer = ranked(typed, most);
        return {
          corrected: answer.corrected,
          hits: answer.hits.flatMap(({ list, code }) => hitOf(`${list} ${code}`) ?? []),
        };
      },
      browse: [...groups.values()]
        .map((group) => ({
          id: group.code,
          label: say(group),
          hits: terms
            .filter((term) => term.group === group.code)
            .flatMap(({ list, code }) => hitOf(`${list} ${code}`) ?? []),
        }))
        .filter(({ hits: inGroup }) => inGroup.length > 0),
    };
  }, [codebook, risk, flags, protective, language, formatMessage]);
}
