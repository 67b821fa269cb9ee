import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../kit/empty-state.js';
import { LinkButton } from '../../kit/link-button.js';
import { useWeek } from '../agency/queries.js';

const Go = createLink(LinkButton);

/** What else waits to be concluded, so that a list is worked off without going back to it. */
export function NextToConclude({ without }: { readonly without: string }) {
  const { formatMessage } = useIntl();
  const { data: week } = useWeek();
  const left = (week?.doNow ?? []).filter(
    ({ kind, situationId }) => kind === 'conclude' && situationId !== without,
  );
  const next = left[0];
  if (next === undefined)
    return (
      <EmptyState
        title={formatMessage({ id: 'conclude.none' })}
        action={<Go to="/">{formatMessage({ id: 'app.first' })}</Go>}
      />
    );
  return (
    <EmptyState
      title={formatMessage({ id: 'conclude.left' }, { count: left.length })}
      action={
        <Go
          to="/situations/$situationId/conclude"
          params={{ situationId: next.situationId }}
          variant="primary"
        >
          {formatMessage({ id: 'conclude.nextOne' }, { number: next.number })}
        </Go>
      }
    />
  );
}
