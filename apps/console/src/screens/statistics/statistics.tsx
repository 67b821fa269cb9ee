import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useSeat } from '../../api/me.js';
import { Page } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';
import { Tabs } from '../../kit/tabs.js';
import { Exports } from './exports.js';
import { Figures } from './figures.js';

/** Figures that name nobody: of all tables for an auditor, of one's own for who sits at it. */
export function Statistics() {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { view, ...rest } = useSearch({ from: '/statistics' });
  const navigate = useNavigate({ from: '/statistics' });
  const scope = seat?.persona === 'auditor' ? 'acrossTables' : 'ownTable';
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'app.nav.statistics' })}
        lead={formatMessage({ id: `statistics.lead.${scope}` })}
      />
      {scope === 'ownTable' ? (
        <Figures scope={scope} />
      ) : (
        <Tabs
          label={formatMessage({ id: 'app.nav.statistics' })}
          selected={view ?? 'figures'}
          onSelect={(id) => {
            void navigate({
              search: id === 'exports' ? { ...rest, view: 'exports' } : rest,
              resetScroll: false,
            });
          }}
          tabs={[
            {
              id: 'figures',
              label: formatMessage({ id: 'statistics.figures' }),
              content: <Figures scope={scope} />,
            },
            {
              id: 'exports',
              label: formatMessage({ id: 'exports.title' }),
              content: <Exports canAsk />,
            },
          ]}
        />
      )}
    </Page>
  );
}
