import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import type { IconName } from '../../../kit/icons/icon.js';
import type { Review } from '../queries.js';
import { SignOffForm } from './sign-off-form.js';

const icons = {
  withoutRole: 'person',
  outOfHours: 'clock',
  manyInAnHour: 'copy',
  sameSurname: 'people',
} as const satisfies Record<Review['kind'], IconName>;

/** One signal about somebody of the own agency, told as a sentence; what was found when it is signed off. */
export function ReviewLine({ row }: { readonly row: Review }) {
  const { formatMessage, formatDate } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { kind, who, number, times, firstAt, lastAt, finding, note, reviewedAt } = row;
  const when = (at: string): string => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const name = formatMessage({ id: 'reviews.one.of' }, { who, number });
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{who}</strong> · <span className="number">{number}</span>{' '}
          <span className="text-quiet">{row.table}</span>
        </span>
        <p>{formatMessage({ id: `reviews.signal.${kind}` })}</p>
        <p className="text-quiet text-small">
          {formatMessage({ id: 'reviews.one.when' }, { times, first: when(firstAt), last: when(lastAt) })}
        </p>
        <div className="row">
          <Badge tone={reviewedAt === null ? 'warning' : 'neutral'} icon={icons[kind]}>
            {formatMessage({ id: `reviews.signal.${kind}.name` })}
          </Badge>
          {row.calledBefore && (
            <Badge tone="danger" icon="clock">
              {formatMessage({ id: 'reviews.one.again' })}
            </Badge>
          )}
        </div>
        {finding !== null && reviewedAt !== null && (
          <p className="text-quiet">
            {formatMessage(
              { id: 'reviews.one.signed' },
              {
                officer: row.reviewedBy ?? '',
                day: formatDate(reviewedAt, { dateStyle: 'long' }),
                finding: formatMessage({ id: `reviews.finding.${finding}` }),
              },
            )}
            {note !== null && <> {formatMessage({ id: 'reviews.one.noted' }, { note })}</>}
          </p>
        )}
        {row.mine && reviewedAt === null && (
          <p className="text-quiet">{formatMessage({ id: 'reviews.one.mine' })}</p>
        )}
      </div>
      {reviewedAt === null && !row.mine && (
        <Button
          size="small"
          icon="check"
          pressed={isOpen}
          label={name}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {formatMessage({ id: 'reviews.one.signOff' })}
        </Button>
      )}
      {isOpen && reviewedAt === null && (
        <SignOffForm
          row={row}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </li>
  );
}
