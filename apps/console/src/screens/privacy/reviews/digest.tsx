import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { Refused } from '../../../api/api.js';
import { Loading } from '../../../kit/loading.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useDigest } from '../queries.js';

/** What the weekly email told, as it stands now. */
export function Digest() {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const { data, error } = useDigest();
  if (error instanceof Refused) return <ProblemNotice problem={error.problem} />;
  if (data === undefined) return <Loading lines={3} />;
  const { fresh, earlier, due, holds, destroyed } = data;
  return (
    <Panel tone="accent" title={formatMessage({ id: 'reviews.digest' }, { day: formatDay(data.weekOn) })}>
      <ul className="privacy-digest">
        <li>{formatMessage({ id: 'reviews.digest.reviews' }, { fresh, earlier })}</li>
        <li>
          {formatMessage({ id: 'reviews.digest.due' }, { due })} {due > 0 && <Keeping />}
        </li>
        {holds > 0 && (
          <li>
            {formatMessage({ id: 'reviews.digest.holds' }, { holds })} {due === 0 && <Keeping />}
          </li>
        )}
        <li>{formatMessage({ id: 'reviews.digest.destroyed' }, { destroyed })}</li>
      </ul>
    </Panel>
  );
}

function Keeping() {
  const { formatMessage } = useIntl();
  return (
    <Link to="/privacy" search={{ view: 'keeping' }}>
      {formatMessage({ id: 'reviews.digest.look' })}
    </Link>
  );
}
