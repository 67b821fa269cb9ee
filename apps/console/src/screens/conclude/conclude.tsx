import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { tinykeys } from 'tinykeys';
import { Refused } from '../../api/api.js';
import { useMove, useSituation, type SituationView } from '../../api/moves.js';
import { useOwnTable } from '../../api/own-table.js';
import { Breadcrumb } from '../../kit/breadcrumb.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Page, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Stepper } from '../../kit/stepper.js';
import { useToast } from '../../kit/toasts.js';
import { MoveTrouble } from '../situation/acts/move-trouble.js';
import { Check } from './check.js';
import { Outcome } from './outcome.js';
import { RiskAfter } from './risk-after.js';
import { NextToConclude } from './next.js';
import { steps, type Chosen } from './steps.js';

/** Three short steps, each on an address of its own, and the next situation that waits to be concluded. */
export function Conclude() {
  const { situationId } = useParams({ from: '/situations/$situationId/conclude' });
  const { data: situation, error } = useSituation(situationId);
  if (error instanceof Refused)
    return (
      <Page width="narrow">
        <ProblemNotice problem={error.problem} />
      </Page>
    );
  if (situation === undefined)
    return (
      <Page width="narrow">
        <Loading lines={6} />
      </Page>
    );
  return <Wizard key={situation.id} situation={situation} />;
}

function Wizard({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { step = 'outcome' } = useSearch({ from: '/situations/$situationId/conclude' });
  const navigate = useNavigate({ from: '/situations/$situationId/conclude' });
  const { data: table } = useOwnTable();
  const isCorrection = situation.stage === 'concluded';
  const [chosen, setChosen] = useState<Chosen>({
    reason: situation.conclusion?.reason ?? situation.conclusionProposal?.reason ?? null,
    told: situation.conclusion?.told ?? null,
    riskAfter: situation.conclusion?.riskAfter ?? [],
  });
  const [isDone, setDone] = useState(false);
  const move = useMove(situation, {
    onDone: () => {
      setDone(true);
      toast({ message: formatMessage({ id: 'conclude.done' }, { number: situation.number }) });
    },
  });
  const at = steps.indexOf(step);
  const isComplete = chosen.reason !== null && chosen.told !== null;
  const go = (place: number): void => {
    void navigate({ search: { step: steps[Math.min(Math.max(place, 0), steps.length - 1)] ?? 'outcome' } });
  };
  const finish = (): void => {
    if (chosen.reason !== null && chosen.told !== null)
      move.do({
        move: isCorrection ? 'correct-conclusion' : 'conclude',
        body: { reason: chosen.reason, told: chosen.told, riskAfter: [...chosen.riskAfter] },
      });
  };
  const forward = (): void => {
    if (at < steps.length - 1) go(at + 1);
    else if (isComplete && !move.pending) finish();
  };
  useEffect(() =>
    tinykeys(
      window,
      {
        '$mod+Enter': (event) => {
          event.preventDefault();
          event.stopPropagation();
          forward();
        },
      },
      { capture: true },
    ),
  );
  const fields = useRef<HTMLDivElement>(null);
  // Each step begins at its first field: the keyboard goes on where the eye is.
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  }, [step]);
  const change = useMemo(
    () => (part: Partial<Chosen>) => {
      setChosen((now) => ({ ...now, ...part }));
    },
    [],
  );
  const parts = { situation, chosen, onChange: change };
  return (
    <Page width="narrow">
      <Breadcrumb>
        <Link to="/situations/$situationId" params={{ situationId: situation.id }}>
          {formatMessage({ id: 'situation.title' }, { number: situation.number })}
        </Link>
      </Breadcrumb>
      <PageHeader
        title={formatMessage(
          { id: isCorrection ? 'conclude.correct' : 'conclude.title' },
          { number: situation.number },
        )}
      />
      {isDone ? (
        <NextToConclude without={situation.id} />
      ) : (
        <>
          <Stepper steps={steps.map((each) => formatMessage({ id: `conclude.step.${each}` }))} current={at} />
          <MoveTrouble move={move} />
          <Panel>
            <div ref={fields}>
              <Stack gap="large">
                {step === 'outcome' && <Outcome {...parts} />}
                {step === 'services' && <RiskAfter {...parts} />}
                {step === 'check' && (
                  <Check
                    {...parts}
                    correctionDays={table?.correctionDays}
                    retentionMonths={table?.retentionMonths}
                  />
                )}
                <ButtonRow>
                  <Button
                    variant="primary"
                    keyHint="Ctrl ⏎"
                    pending={move.pending}
                    disabled={step === 'check' && !isComplete}
                    onPress={forward}
                  >
                    {formatMessage({ id: step === 'check' ? 'conclude.go' : 'conclude.next' })}
                  </Button>
                  {at > 0 && (
                    <Button
                      onPress={() => {
                        go(at - 1);
                      }}
                    >
                      {formatMessage({ id: 'conclude.back' })}
                    </Button>
                  )}
                </ButtonRow>
              </Stack>
            </div>
          </Panel>
        </>
      )}
    </Page>
  );
}
