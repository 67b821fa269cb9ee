import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import type { SituationView } from '../../api/moves.js';
import { useOptions } from '../../shared/choices.js';
import { useTerms } from '../../shared/terms.js';
import { Row, Stack } from '../../kit/layout.js';
import { Select } from '../../kit/select.js';

/** What the table is shown of a person who comes onto the card. */
export type Bands = Pick<Schema<'CorrectPersonInput'>, 'ageBand' | 'sex'>;

/** The person whom the situation is about, an affected person of the card by id, or one who is not on the card yet. */
export type Who = 'subject' | 'further' | { readonly id: string };

/** Persons of the card whose identifiers are not given yet: each has identifiers once. */
export function withoutIdentifiers(
  { persons = [] }: SituationView,
  rows: readonly Schema<'IdentityView'>[],
): Who[] {
  const given = new Set(rows.map(({ personId }) => personId));
  return [
    ...(given.has(null) ? [] : (['subject'] as const)),
    ...persons.filter(({ id }) => !given.has(id)).map(({ id }) => ({ id })),
  ];
}

/** What the card says of a person, so that one is not taken for another. */
export function useWhoWords(situation: SituationView): (who: Who) => string {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  return (who) => {
    if (who === 'further') return formatMessage({ id: 'identifiers.who.further' });
    const place = who === 'subject' ? -1 : (situation.persons ?? []).findIndex(({ id }) => id === who.id);
    const bands = who === 'subject' ? situation.tier2 : situation.persons?.[place];
    return [
      who === 'subject'
        ? formatMessage({ id: 'identifiers.who.subject' })
        : formatMessage({ id: 'kit.card.person' }, { number: place + 1 }),
      bands?.ageBand != null && termOf('ageBand', bands.ageBand),
      bands?.sex != null && termOf('sex', bands.sex),
    ]
      .filter((part) => part !== false)
      .join(' · ');
  };
}

export interface WhoFieldProps {
  readonly situation: SituationView;
  readonly left: readonly Who[];
  readonly value: Who | undefined;
  readonly error: string | undefined;
  readonly onChange: (who: Who) => void;
  readonly bands: Bands;
  readonly onBands: (bands: Bands) => void;
}

/**
 * Whose identifiers are given. A person who is not on the card yet comes onto it with age and sex, as the
 * others did.
 */
export function WhoField({ situation, left, value, error, onChange, bands, onBands }: WhoFieldProps) {
  const { formatMessage } = useIntl();
  const words = useWhoWords(situation);
  const ages = useOptions('ageBand');
  const sexes = useOptions('sex');
  const all: readonly Who[] = [...left, 'further'];
  const nameOf = (who: Who): string => (typeof who === 'string' ? who : who.id);
  return (
    <Stack gap="small">
      <Select
        label={formatMessage({ id: 'identifiers.who' })}
        hint={value === 'further' ? formatMessage({ id: 'identifiers.who.further.hint' }) : undefined}
        placeholder={value === undefined ? formatMessage({ id: 'identifiers.who.choose' }) : undefined}
        error={error}
        options={all.map((who) => ({ value: nameOf(who), label: words(who) }))}
        value={value === undefined ? null : nameOf(value)}
        onChange={(name) => {
          const who = all.find((each) => nameOf(each) === name);
          if (who !== undefined) onChange(who);
        }}
      />
      {value === 'further' && (
        <Row>
          <Select
            label={formatMessage({ id: 'kit.card.ageBand' })}
            placeholder={formatMessage({ id: 'identifiers.who.notKnown' })}
            options={ages}
            value={bands.ageBand ?? null}
            onChange={(ageBand) => {
              onBands({ ...bands, ageBand });
            }}
          />
          <Select
            label={formatMessage({ id: 'kit.card.sex' })}
            placeholder={formatMessage({ id: 'identifiers.who.notKnown' })}
            options={sexes}
            value={bands.sex ?? null}
            onChange={(sex) => {
              onBands({ ...bands, sex });
            }}
          />
        </Row>
      )}
    </Stack>
  );
}
