import { useIntl } from 'react-intl';
import { codedFields, type CodedField, type CodedFieldName, type GivenCodes } from '#domain/vocabulary';
import { useOptions } from '../../shared/choices.js';
import { CheckboxGroup } from '../../kit/checkbox-group.js';
import { RadioGroup } from '../../kit/radio-group.js';

/** Fields that the form asks for in other words than the card's. */
const asked: Partial<Record<CodedFieldName, string>> = {
  type: 'log.who',
  ageBand: 'log.age',
  sex: 'log.sex',
  sectors: 'log.sectors',
  ownMeans: 'log.means',
};

export interface CodedRowProps {
  readonly name: CodedFieldName;
  readonly content: GivenCodes;
  readonly onChange: (codes: Partial<GivenCodes>) => void;
}

/** One coded field of the form: one code, or several, of the list that the domain declares for it. */
export function CodedRow({ name, content, onChange }: CodedRowProps) {
  const { formatMessage } = useIntl();
  const { list, most, required }: CodedField = codedFields[name];
  const options = useOptions(list);
  const label = formatMessage({ id: asked[name] ?? `kit.card.${name}` });
  const value = content[name];
  if (most === 1)
    return (
      <RadioGroup
        look="segments"
        label={label}
        optional={required !== true}
        options={options}
        value={typeof value === 'string' ? value : null}
        onChange={(code) => {
          onChange({ [name]: code });
        }}
      />
    );
  return (
    <CheckboxGroup
      look="segments"
      label={label}
      options={options}
      value={Array.isArray(value) ? value : []}
      onChange={(codes) => {
        onChange({ [name]: [...codes] });
      }}
    />
  );
}
