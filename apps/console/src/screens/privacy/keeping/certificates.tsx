import { useIntl } from 'react-intl';
import { Disclosure } from '../../../kit/disclosure.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useCertificates } from '../queries.js';

/** What was destroyed, and the proof of it. */
export function Certificates() {
  const { formatMessage, formatDate } = useIntl();
  const { rows, problem, more } = useCertificates();
  return (
    <Panel title={formatMessage({ id: 'privacy.certificates' })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        <Loading lines={2} />
      ) : rows.length === 0 ? (
        <EmptyState icon="remove" title={formatMessage({ id: 'privacy.certificates.none' })} />
      ) : (
        rows.map((row) => (
          <Disclosure
            key={row.situationId}
            title={formatMessage(
              { id: 'privacy.certificate.title' },
              {
                number: row.number,
                table: row.table,
                day: formatDate(row.destroyedAt, { dateStyle: 'long' }),
              },
            )}
          >
            <p>
              {formatMessage({ id: `privacy.certificate.${row.because}` })}{' '}
              {formatMessage(
                { id: 'privacy.certificate.rows' },
                { texts: row.rows.sealedTexts, keys: row.rows.keys, all: row.rows.all },
              )}
            </p>
            <p>
              {formatMessage({ id: 'privacy.certificate.content' })}{' '}
              <span className="privacy-hash">{row.contentHash}</span>
            </p>
            <p>
              {formatMessage({ id: 'privacy.certificate.keys' })}{' '}
              <span className="privacy-hash">{row.keysHash}</span>
            </p>
          </Disclosure>
        ))
      )}
      <MoreButton {...more} />
    </Panel>
  );
}
