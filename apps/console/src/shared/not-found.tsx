import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { EmptyState } from '../kit/empty-state.js';
import { Page } from '../kit/layout.js';
import { LinkButton } from '../kit/link-button.js';

const Go = createLink(LinkButton);

export function NotFound() {
  const { formatMessage } = useIntl();
  return (
    <Page width="narrow">
      <EmptyState
        title={formatMessage({ id: 'app.notFound' })}
        action={<Go to="/">{formatMessage({ id: 'app.first' })}</Go>}
      >
        {formatMessage({ id: 'app.notFound.next' })}
      </EmptyState>
    </Page>
  );
}
