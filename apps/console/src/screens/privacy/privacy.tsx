import { createLink, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSeat } from '../../api/me.js';
import { atLeast } from '../../api/use-pages.js';
import { LateTasks } from '../tasks/late-tasks.js';
import { Page, Stack } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Tabs } from '../../kit/tabs.js';
import { useOffers } from '../administration/queries.js';
import { Exports } from '../statistics/exports.js';
import { withWords } from '../../words/words.js';
import { Consents } from './consents.js';
import { Keeping } from './keeping/keeping.js';
import { Ledger } from './ledger.js';
import { useOpenings, useReviews } from './queries.js';
import { Saw } from './saw.js';
import { WhoSits } from './who-sits.js';

const Go = createLink(LinkButton);
const Reviews = lazy(() =>
  withWords(['reviews'], () => import('./reviews/reviews.js'))().then((module) => ({
    default: module.Reviews,
  })),
);
const Openings = lazy(() =>
  withWords(['openings', 'privacy'], () => import('./openings/openings.js'))().then((module) => ({
    default: module.Openings,
  })),
);
const late = (part: ReactNode): ReactNode => <Suspense fallback={<Loading lines={6} />}>{part}</Suspense>;

const countOf = (count: number, hasMore: boolean): string | undefined =>
  count === 0 && !hasMore ? undefined : atLeast(count, hasMore);

/**
 * What a privacy officer answers for: who saw what of the agency's, what was given, who sits, what is kept.
 * No content anywhere.
 */
export function Privacy() {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { view = 'saw' } = useSearch({ from: '/privacy' });
  const navigate = useNavigate({ from: '/privacy' });
  const offers = useOffers();
  const { rows: reviews = [], more: moreReviews } = useReviews();
  const { rows: openings = [], more: moreOpenings } = useOpenings();
  const unsigned = reviews.filter(({ reviewedAt }) => reviewedAt === null).length;
  const forMe = openings.filter(({ waits, mine, readable }) => readable || (waits && !mine)).length;
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'app.nav.privacy' })}
        lead={formatMessage({ id: 'privacy.lead' }, { agency: seat?.agency?.name ?? '' })}
      />
      {unsigned > 0 && view !== 'reviews' && (
        <Notice
          tone="warning"
          action={
            <Go to="/privacy" search={{ view: 'reviews' }} size="small">
              {formatMessage({ id: 'privacy.reviews.look' })}
            </Go>
          }
        >
          {formatMessage({ id: 'privacy.reviews.wait' }, { count: unsigned })}
        </Notice>
      )}
      <LateTasks />
      <Tabs
        label={formatMessage({ id: 'app.nav.privacy' })}
        selected={view}
        onSelect={(id) => {
          void navigate({ search: id === 'saw' ? {} : { view: id }, resetScroll: false });
        }}
        tabs={[
          { id: 'saw', label: formatMessage({ id: 'privacy.saw' }), content: <Saw /> },
          {
            id: 'reviews',
            label: formatMessage({ id: 'privacy.reviews' }),
            count: countOf(unsigned, moreReviews.hasMore),
            content: late(<Reviews />),
          },
          {
            id: 'ledger',
            label: formatMessage({ id: 'privacy.ledger' }),
            content: (
              <Stack gap="large">
                <Ledger />
                <Consents />
              </Stack>
            ),
          },
          {
            id: 'seats',
            label: formatMessage({ id: 'privacy.seats' }),
            count: countOf(offers.rows?.length ?? 0, offers.more.hasMore),
            content: <WhoSits />,
          },
          { id: 'keeping', label: formatMessage({ id: 'privacy.keeping' }), content: <Keeping /> },
          {
            id: 'openings',
            label: formatMessage({ id: 'privacy.openings.tab' }),
            count: countOf(forMe, moreOpenings.hasMore),
            content: late(<Openings />),
          },
          { id: 'exports', label: formatMessage({ id: 'exports.title' }), content: <Exports /> },
        ]}
      />
    </Page>
  );
}
