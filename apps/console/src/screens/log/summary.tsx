import { useIntl } from 'react-intl';
import { findCertainIdentifiers } from '#domain/guard';
import { Notice } from '../../kit/notice.js';
import { TextArea } from '../../kit/text-area.js';

const limit = 2000;

/** What certainly identifies is named as it is typed, by the same code that refuses it on the server. */
export function Summary({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (summary: string) => void;
}) {
  const { formatMessage } = useIntl();
  const found = findCertainIdentifiers(value);
  return (
    <TextArea
      label={formatMessage({ id: 'log.summary' })}
      hint={formatMessage({ id: 'log.summary.hint' })}
      optional
      limit={limit}
      rows={4}
      value={value}
      onChange={onChange}
      guard={
        found.length === 0
          ? undefined
          : found.map(({ kind, start, end }) => (
              <Notice key={`${start} ${kind}`} small tone="warning">
                {formatMessage({ id: 'log.summary.found' }, { kind, text: value.slice(start, end) })}
              </Notice>
            ))
      }
    />
  );
}
