import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMe } from '../../api/me.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Page } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';

/** Ten codes, shown once and on a page of their own, so that paper holds nothing else. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const { data: me } = useMe();
  const [madeAt] = useState(Date.now);
  return (
    <Page width="narrow">
      <PageHeader
        title={formatMessage({ id: 'profile.recovery.title' })}
        lead={formatMessage({ id: 'profile.recovery.lead' })}
      />
      <Panel>
        <p className="print-only">
          {formatMessage(
            { id: 'profile.recovery.paper' },
            { signInName: me?.signInName ?? '', day: formatDate(madeAt, { dateStyle: 'long' }) },
          )}
        </p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="no-print">
          <Notice tone="warning" small>
            {formatMessage({ id: 'profile.recovery.once' })}
          </Notice>
        </div>
        <ButtonRow>
          <Button
            variant="primary"
            icon="print"
            onPress={() => {
              print();
            }}
          >
            {formatMessage({ id: 'profile.recovery.print' })}
          </Button>
          <Button onPress={onKept}>{formatMessage({ id: 'profile.recovery.kept' })}</Button>
        </ButtonRow>
      </Panel>
    </Page>
  );
}
