import { useIntl } from 'react-intl';
import { Button } from '../kit/button.js';
import { Page } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { PageHeader } from '../kit/page-header.js';

/**
 * Instead of one screen that could not be fetched or shown: what is around it stays, and nothing of the error
 * itself is said.
 */
export function Failed() {
  const { formatMessage } = useIntl();
  return (
    <Page width="narrow">
      <PageHeader title={formatMessage({ id: 'app.failed' })} />
      <Notice
        tone="warning"
        action={
          <Button
            onPress={() => {
              location.reload();
            }}
          >
            {formatMessage({ id: 'app.tryAgain' })}
          </Button>
        }
      >
        {formatMessage({ id: 'app.failed.next' })}
      </Notice>
    </Page>
  );
}
