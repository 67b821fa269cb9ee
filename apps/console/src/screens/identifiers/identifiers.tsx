import { Link, useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useSituation, type SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { Breadcrumb } from '../../kit/breadcrumb.js';
import { FilterBadge } from '../../kit/badge.js';
import { Page, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { FullAccount } from './full-account.js';
import { LimitedIdentifiers } from './limited.js';

/** Who it is, on a representative's own device and on no other page; every opening is written down. */
export function Identifiers() {
  const { situationId } = useParams({ from: '/situations/$situationId/identifiers' });
  const { data: situation } = useSituation(situationId);
  if (situation === undefined) return <Page width="narrow"><Loading lines={6} /></Page>;
  return <Shown situation={situation} />;
}

function Shown({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const isRep = seat?.persona === 'rep';
  const isOrigin = situation.origin?.agency.id === seat?.agency?.id;
  const isIntervening = situation.stage === 'planning' || situation.stage === 'intervention';
  return (
    <Page width="narrow">
      <Breadcrumb><Link to="/situations/$situationId" params={{ situationId: situation.id }}>{formatMessage({ id: 'situation.title' }, { number: situation.number })}</Link></Breadcrumb>
      <PageHeader title={formatMessage({ id: 'identifiers.title' }, { number: situation.number })} marks={<FilterBadge filter={3} />} lead={formatMessage({ id: 'identifiers.lead' })} />
      {isRep ? (
        <Stack gap="large">
          <LimitedIdentifiers situation={situation} canWrite={isOrigin && situation.stage !== 'concluded'} />
          {isIntervening && <FullAccount situation={situation} />}
        </Stack>
      ) : <Notice tone="info">{formatMessage({ id: 'identifiers.notHere' })}</Notice>}
    </Page>
  );
}
