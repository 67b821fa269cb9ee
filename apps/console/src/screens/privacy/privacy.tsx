import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useSeat } from '../../api/me.js';
import { Page, Stack } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';
import { Tabs } from '../../kit/tabs.js';
import { useOffers } from '../administration/queries.js';
import { Invitations } from '../administration/seats/invitations.js';
import { Offers } from '../administration/seats/offers.js';
import { Seats } from '../administration/seats/seats.js';
import { Exports } from '../statistics/exports.js';
import { Keeping } from './keeping/keeping.js';
import { Ledger } from './ledger.js';
import { Saw } from './saw.js';

/** What a privacy officer answers for: who saw what of the agency's, what was given, who sits, what is kept. No content anywhere. */
export function Privacy() {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { view = 'saw' } = useSearch({ from: '/privacy' });
  const navigate = useNavigate({ from: '/privacy' });
  const offers = useOffers();
  return (
    <Page>
      <PageHeader title={formatMessage({ id: 'app.nav.privacy' })} lead={formatMessage({ id: 'privacy.lead' }, { agency: seat?.agency?.name ?? '' })} />
      <Tabs label={formatMessage({ id: 'app.nav.privacy' })} selected={view} onSelect={(id) => { void navigate({ search: id === 'saw' ? {} : { view: id }, resetScroll: false }); }} tabs={[
        { id: 'saw', label: formatMessage({ id: 'privacy.saw' }), content: <Saw /> },
        { id: 'ledger', label: formatMessage({ id: 'privacy.ledger' }), content: <Ledger /> },
        { id: 'seats', label: formatMessage({ id: 'privacy.seats' }), count: offers.rows?.length || undefined, content: <Stack gap="large"><Offers /><Invitations /><Seats /></Stack> },
        { id: 'keeping', label: formatMessage({ id: 'privacy.keeping' }), content: <Keeping /> },
        { id: 'exports', label: formatMessage({ id: 'statistics.exports' }), content: <Exports /> },
      ]} />
    </Page>
  );
}
