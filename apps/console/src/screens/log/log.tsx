import { useIntl } from 'react-intl';
import { Page } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';

export function Log() {
  const { formatMessage } = useIntl();
  return <Page><PageHeader title={formatMessage({ id: 'app.name' })} /></Page>;
}
