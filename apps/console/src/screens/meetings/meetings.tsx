import { useIntl } from 'react-intl';
import { Page } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';

export function Meetings() {
  const { formatMessage } = useIntl();
  return <Page><PageHeader title={formatMessage({ id: 'app.nav.meetings' })} /></Page>;
}
