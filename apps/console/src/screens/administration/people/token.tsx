import { useIntl } from 'react-intl';
import { Notice } from '../../../kit/notice.js';

/** What the invitee alone is given, shown this once. */
export function Token({ token, who }: { readonly token: string | null; readonly who: string }) {
  const { formatMessage } = useIntl();
  if (token === null)
    return (
      <Notice tone="success" says="polite">
        {formatMessage({ id: 'office.token.mailed' }, { who })}
      </Notice>
    );
  return (
    <Notice tone="success" says="polite" title={formatMessage({ id: 'office.token' }, { who })}>
      <p className="office-token">{token}</p>
      <p>{formatMessage({ id: 'office.token.once' })}</p>
    </Notice>
  );
}
