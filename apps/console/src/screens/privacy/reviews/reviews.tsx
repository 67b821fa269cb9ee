import { useIntl } from 'react-intl';
import { EmptyState } from '../../../kit/empty-state.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useReviews } from '../queries.js';
import { Digest } from './digest.js';
import { Figures } from './figures.js';
import { ReviewLine } from './review-line.js';

/** The officer's week: what it was in counts, which openings want a look, and what was found about earlier ones. */
export function Reviews() {
  const { formatMessage } = useIntl();
  const { rows, problem, more } = useReviews();
  const waiting = rows?.filter(({ reviewedAt }) => reviewedAt === null);
  const signed = rows?.filter(({ reviewedAt }) => reviewedAt !== null);
  return (
    <Stack gap="large">
      <Digest />
      <Panel title={formatMessage({ id: 'reviews.waiting' })}>
        <p>{formatMessage({ id: 'reviews.lead' })}</p>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {waiting === undefined ? (
          problem === undefined && <Loading lines={4} />
        ) : waiting.length === 0 ? (
          <EmptyState icon="check" title={formatMessage({ id: 'reviews.none' })}>
            {formatMessage({ id: 'reviews.none.more' })}
          </EmptyState>
        ) : (
          <ul className="office-list">
            {waiting.map((row) => (
              <ReviewLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Panel>
      {signed !== undefined && signed.length > 0 && (
        <Panel title={formatMessage({ id: 'reviews.signed' })}>
          <ul className="office-list">
            {signed.map((row) => (
              <ReviewLine key={row.id} row={row} />
            ))}
          </ul>
        </Panel>
      )}
      <MoreButton {...more} />
      <Figures />
    </Stack>
  );
}
