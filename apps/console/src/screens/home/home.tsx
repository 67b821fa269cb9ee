import { useIntl } from 'react-intl';
import { useMe } from '../../api/me.js';

/** Where somebody lands; each persona has a first screen of its own. */
export function Home() {
  const { formatMessage } = useIntl();
  const { data: me } = useMe();
  return <h1>{formatMessage({ id: 'app.name' })} · {me?.displayName}</h1>;
}
