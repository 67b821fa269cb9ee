import { useIntl } from 'react-intl';
import { useOptions } from '../../shared/choices.js';
import { Button } from '../../kit/button.js';
import { Row, Stack } from '../../kit/layout.js';
import { Select } from '../../kit/select.js';
import type { DraftContent } from './use-draft.js';

type Persons = NonNullable<DraftContent['persons']>;

const most = 12;

/** Others who are affected, as bands alone: who they are is nobody's business before filter 3. */
export function Persons({
  value,
  onChange,
}: {
  readonly value: Persons;
  readonly onChange: (persons: Persons) => void;
}) {
  const { formatMessage } = useIntl();
  const ages = useOptions('ageBand');
  const sexes = useOptions('sex');
  const change = (place: number, part: Persons[number]): void => {
    onChange(value.map((person, at) => (at === place ? { ...person, ...part } : person)));
  };
  return (
    <fieldset>
      <legend className="field-label">{formatMessage({ id: 'log.persons' })}</legend>
      <Stack gap="small">
        {value.map((person, place) => (
          // Persons have no name here: their place is all that tells them apart.
          <Row key={place}>
            <Select
              label={formatMessage({ id: 'log.persons.age' }, { number: place + 1 })}
              hideLabel
              options={ages}
              value={person.ageBand ?? null}
              placeholder={formatMessage({ id: 'log.age' })}
              onChange={(ageBand) => {
                change(place, { ageBand });
              }}
            />
            <Select
              label={formatMessage({ id: 'log.persons.sex' }, { number: place + 1 })}
              hideLabel
              options={sexes}
              value={person.sex ?? null}
              placeholder={formatMessage({ id: 'log.sex' })}
              onChange={(sex) => {
                change(place, { sex });
              }}
            />
            <Button
              size="small"
              variant="quiet"
              icon="close"
              onPress={() => {
                onChange(value.filter((_, at) => at !== place));
              }}
            >
              {formatMessage({ id: 'log.persons.remove' }, { number: place + 1 })}
            </Button>
          </Row>
        ))}
        {value.length < most && (
          <div>
            <Button
              size="small"
              icon="add"
              onPress={() => {
                onChange([...value, {}]);
              }}
            >
              {formatMessage({ id: 'log.persons.add' })}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
