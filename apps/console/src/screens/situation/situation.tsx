import { createLink, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useSituation, type SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { useTerms } from '../../shared/terms.js';
import { StageBadge } from '../../kit/badge.js';
import { FilterLadder } from '../../kit/filter-ladder.js';
import { Page, Row, SplitLayout, Stack } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { SituationCard } from '../../kit/situation-card.js';
import { Acts } from './acts/acts.js';
import { Answers } from './answers.js';
import { Assignments } from './assignments.js';
import { Ending } from './ending.js';
import { History } from './history.js';
import { Notes } from './notes.js';
import { Reports } from './reports.js';
import './situation.css';

const Go = createLink(LinkButton);

/** One situation with everything that this seat may see; what it may not see is absent and leaves no hole. */
export function Situation() {
  const { situationId } = useParams({ from: '/situations/$situationId' });
  const { data: situation, error } = useSituation(situationId);
  if (error instanceof Refused)
    return (
      <Page width="narrow">
        <ProblemNotice problem={error.problem} />
      </Page>
    );
  if (situation === undefined)
    return (
      <Page>
        <Loading lines={8} />
      </Page>
    );
  return <Shown situation={situation} />;
}

function Shown({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const seat = useSeat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [situation.id]);
  const { number, stage, tier2, summary, persons, origin } = situation;
  const mayReceive =
    seat?.persona === 'rep' && ['deidentified', 'limited', 'planning', 'intervention'].includes(stage);
  return (
    <Page>
      <PageHeader
        ref={heading}
        title={formatMessage({ id: 'situation.title' }, { number })}
        marks={<StageBadge stage={stage} />}
        lead={
          origin &&
          formatMessage({ id: `situation.origin.${origin.onBehalf}` }, { agency: origin.agency.name })
        }
        actions={
          mayReceive ? (
            <Go to="/situations/$situationId/identifiers" params={{ situationId: situation.id }} icon="lock">
              {formatMessage({ id: 'situation.identifiers' })}
            </Go>
          ) : undefined
        }
      />
      <FilterLadder stage={stage} />
      <SplitLayout
        detail={
          <Stack gap="large">
            {tier2 !== undefined && (
              <Panel>
                <SituationCard
                  number={number}
                  termOf={termOf}
                  card={tier2}
                  persons={persons}
                  summary={summary?.text}
                  originatingSector={origin?.agency.sector}
                />
              </Panel>
            )}
            {tier2 === undefined && situation.exit !== undefined && (
              <Panel>
                <p>{formatMessage({ id: 'situation.gone' })}</p>
              </Panel>
            )}
            <Answers situation={situation} />
            <Assignments situation={situation} />
            <Reports situation={situation} />
            <Notes situation={situation} />
            <Ending situation={situation} />
          </Stack>
        }
        aside={
          <Stack>
            <Acts situation={situation} />
            <Risk situation={situation} />
            <History situation={situation} />
          </Stack>
        }
      />
    </Page>
  );
}

function Risk({ situation: { risk } }: { readonly situation: SituationView }) {
  const { formatMessage, formatDate } = useIntl();
  const termOf = useTerms();
  if (risk === undefined) return null;
  return (
    <Panel title={formatMessage({ id: 'situation.risk' })}>
      <p>
        {formatMessage(
          { id: `situation.risk.${risk.decidedBy}` },
          { day: formatDate(risk.recordedAt, { dateStyle: 'long' }), count: risk.agenciesPresent.length },
        )}
      </p>
      <Row>
        {risk.fourPoints.map((point) => (
          <span key={point} className="badge" data-tone="success">
            {termOf('riskPoint', point)}
          </span>
        ))}
      </Row>
    </Panel>
  );
}
