import { Link, useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import { isIntervening, useSituation, type SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { Breadcrumb } from '../../kit/breadcrumb.js';
import { FilterBadge } from '../../kit/badge.js';
import { Page, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { LimitedIdentifiers } from './limited.js';
import { SharedWords } from './shared-words.js';

/** Who it is, on a representative's own device and on no other page; every opening is written down. */
export function Identifiers() {
  const { situationId } = useParams({ from: '/situations/$situationId/identifiers' });
  const { data: situation } = useSituation(situationId);
  if (situation === undefined)
    return (
      <Page width="narrow">
        <Loading lines={6} />
      </Page>
    );
  return <Shown situation={situation} />;
}

function Shown({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const isRep = seat?.persona === 'rep';
  const isOrigin = situation.origin?.agency.id === seat?.agency?.id;
  const intervenes = isIntervening(situation, seat?.agency?.id);
  const isShared =
    intervenes || (isOrigin && (situation.stage === 'planning' || situation.stage === 'intervention'));
  return (
    <Page width="narrow">
      <Breadcrumb>
        <Link to="/situations/$situationId" params={{ situationId: situation.id }}>
          {formatMessage({ id: 'situation.title' }, { number: situation.number })}
        </Link>
      </Breadcrumb>
      <PageHeader
        title={formatMessage({ id: 'identifiers.title' }, { number: situation.number })}
        marks={<FilterBadge filter={3} />}
        lead={formatMessage({ id: 'identifiers.lead' })}
      />
      {isRep ? (
        <Stack gap="large">
          <LimitedIdentifiers
            situation={situation}
            canWrite={isOrigin && (situation.stage === 'deidentified' || situation.stage === 'limited')}
          />
          {isShared && <Intervention situation={situation} intervenes={intervenes} />}
        </Stack>
      ) : (
        <Notice tone="info">{formatMessage({ id: 'identifiers.notHere' })}</Notice>
      )}
    </Page>
  );
}

/**
 * Filter 4: what the intervening agencies need to act, from each what it discloses itself; the plan and what
 * is reported are theirs alone.
 */
function Intervention({
  situation,
  intervenes,
}: {
  readonly situation: SituationView;
  readonly intervenes: boolean;
}) {
  const { formatMessage } = useIntl();
  const path = { id: situation.id };
  const own = useSeat()?.agency?.id;
  const leads =
    situation.stage === 'intervention' &&
    (situation.assignments ?? []).some(
      ({ agency, role, state }) => agency.id === own && role === 'lead' && state === 'accepted',
    );
  return (
    <>
      <SharedWords
        situation={situation}
        kind="safetyNotes"
        title={formatMessage({ id: 'identifiers.safetyNotes' })}
        send={(text, header) =>
          ask(() =>
            api.POST('/api/v1/situations/{id}/safety-notes', { params: { path, header }, body: { text } }),
          )
        }
      />
      <SharedWords
        situation={situation}
        kind="tier4"
        title={formatMessage({ id: 'identifiers.tier4' })}
        marks={<FilterBadge filter={4} />}
        rewrites={{ kind: 'tier4', mayRewrite: ({ agency }) => agency.id === own }}
        send={(text, header) =>
          ask(() => api.POST('/api/v1/situations/{id}/tier4', { params: { path, header }, body: { text } }))
        }
      />
      {intervenes && (
        <SharedWords
          situation={situation}
          kind="plan"
          title={formatMessage({ id: 'identifiers.plan' })}
          rewrites={{ kind: 'plan', mayRewrite: () => leads }}
          send={(text, header) =>
            ask(() => api.POST('/api/v1/situations/{id}/plan', { params: { path, header }, body: { text } }))
          }
        />
      )}
      {intervenes && (
        <SharedWords
          situation={situation}
          kind="reportDetails"
          title={formatMessage({ id: 'identifiers.reportDetails' })}
        />
      )}
    </>
  );
}
