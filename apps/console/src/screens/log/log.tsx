import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { tinykeys } from 'tinykeys';
import { findCertainIdentifiers } from '#domain/guard';
import { codedFieldNames, codedFields, type CodedField } from '#domain/vocabulary';
import { api, ask, ifMatch, Refused } from '../../api/api.js';
import { useCodebook } from '../../shared/terms.js';
import { keepWords } from '../../api/kept-words.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Checkbox } from '../../kit/checkbox.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { FilterBadge } from '../../kit/badge.js';
import { Page, SplitLayout, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextArea } from '../../kit/text-area.js';
import { useToast } from '../../kit/toasts.js';
import './log.css';
import { CodedRow } from './coded-row.js';
import { FactorsBox } from './factors.js';
import { Persons } from './persons.js';
import { Preview } from './preview.js';
import { SavingLine } from './saving-line.js';
import { Summary } from './summary.js';
import type { Saved } from './draft-saves.js';
import { useDraft } from './use-draft.js';
import { useLeaving } from './use-leaving.js';

// Fetched when the same draft was written on elsewhere.
const DraftConflict = lazy(() =>
  import('./conflict.js').then((module) => ({ default: module.DraftConflict })),
);

const Leave = lazy(() => import('./leave.js').then((module) => ({ default: module.Leave })));

/** The fields with a row of their own: single codes before the search box, lists after it. */
const ownRow = codedFieldNames.filter((name) => (codedFields[name] as CodedField).search !== true);
const rows = {
  single: ownRow.filter((name) => codedFields[name].most === 1),
  several: ownRow.filter((name) => codedFields[name].most > 1),
};

/** What is written is not saved, so nothing of it is brought. */
class NotSaved extends Error {}

/**
 * A page of its own for each draft; the one that was begun here stays the same page when the server gives it
 * its id.
 */
export function Log() {
  const navigate = useNavigate();
  const { draft: id } = useSearch({ from: '/situations/new' });
  const [page, setPage] = useState({ id, number: 0, isAhead: false });
  const onKept = useCallback(
    (draft: string) => {
      // The address follows a moment later.
      setPage(({ number }) => ({ id: draft, number, isAhead: true }));
      void navigate({ to: '/situations/new', search: { draft }, replace: true });
    },
    [navigate],
  );
  if (id === page.id && page.isAhead) setPage({ ...page, isAhead: false });
  if (id !== page.id && !page.isAhead) setPage({ id, number: page.number + 1, isAhead: false });
  return <Draft key={page.number} id={page.id} onKept={onKept} />;
}

/** A situation logged in a minute: one page, the card that the table will see beside it, saved as it is written. */
function Draft({ id, onKept }: { readonly id: string | undefined; readonly onKept: (id: string) => void }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const toast = useToast();
  const draft = useDraft(id, onKept);
  const { content, change, saving, flush, settle, decideLater } = draft;
  const [isExhausted, setExhausted] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const codebook = useCodebook();
  const brought = useRef<Saved>(undefined);
  /** @throws NotSaved unless the server has everything that is on the page */
  const savedNow = async (): Promise<Saved> => {
    await flush().catch(() => {
      throw new NotSaved();
    });
    const saved = draft.saved();
    if (saved === undefined) throw new NotSaved();
    return saved;
  };
  const bring = useAction(
    async (_: undefined, once) => {
      // Tried again after a lost answer, it brings what it brought at first: the draft may be gone by now.
      const { id: known, version } = (brought.current ??= await savedNow());
      return ask(() =>
        api.POST('/api/v1/screenings/{id}/bring-to-table', {
          params: { path: { id: known }, header: { ...ifMatch(version), ...once } },
          body: { ownMeansExhausted: true },
        }),
      );
    },
    {
      changes: [['week'], ['situations']],
      onRefused: () => {
        brought.current = undefined;
      },
      onDone: ({ id: situationId, number }) => {
        // What was typed after the press was not brought, and has no draft any more.
        const words = draft.giveUp();
        if (words.length > 0) keepWords({ why: 'refused', words });
        toast({ message: formatMessage({ id: 'log.brought' }, { number }) });
        void navigate({ to: '/situations/$situationId', params: { situationId } });
      },
    },
  );
  const isUnsaved = saving === 'refused' || saving === 'conflict' || saving === 'undecided';
  const errors = [
    ...(isUnsaved ? [{ message: formatMessage({ id: 'log.error.notSaved' }) }] : []),
    ...(content.riskFactors.length === 0
      ? [{ fieldId: 'log-factors', message: formatMessage({ id: 'log.error.factors' }) }]
      : []),
    ...(findCertainIdentifiers(content.summary ?? '').length > 0
      ? [{ message: formatMessage({ id: 'log.error.summary' }) }]
      : []),
    ...(isExhausted
      ? []
      : [{ fieldId: 'log-exhausted', message: formatMessage({ id: 'log.error.exhausted' }) }]),
  ];
  const answerLeaving = useLeaving(draft.wouldLose);
  const tryToBring = (): void => {
    setAttempt(attempt + 1);
    if (isUnsaved) void flush().catch(() => undefined);
    if (errors.length === 0 && !bring.pending) bring.do(undefined);
  };
  useEffect(() =>
    tinykeys(
      window,
      {
        '$mod+Enter': (event) => {
          event.preventDefault();
          event.stopPropagation();
          tryToBring();
        },
      },
      { capture: true },
    ),
  );
  // Without its words the box would lose what a quick typist enters.
  if (draft.isLoading || codebook.isPending)
    return (
      <Page>
        <Loading lines={8} />
      </Page>
    );
  if (draft.error instanceof Refused)
    return (
      <Page width="narrow">
        <ProblemNotice problem={draft.error.problem} />
      </Page>
    );
  return (
    <Page>
      <PageHeader
        title={formatMessage({ id: 'log.title' })}
        marks={<FilterBadge filter={1}>{formatMessage({ id: 'log.ownOnly' })}</FilterBadge>}
        lead={formatMessage({ id: 'log.lead' })}
      />
      {attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      {draft.problem !== undefined && <ProblemNotice problem={draft.problem} />}
      {bring.error instanceof Refused && <ProblemNotice problem={bring.error.problem} />}
      {answerLeaving !== undefined && (
        <Suspense>
          <Leave
            onStay={() => {
              answerLeaving(false);
            }}
            onLeave={() => {
              draft.giveUp();
              answerLeaving(true);
            }}
          />
        </Suspense>
      )}
      {saving === 'conflict' && (
        <Suspense>
          <DraftConflict draft={id} mine={content} isOpen onSettle={settle} onLater={decideLater} />
        </Suspense>
      )}
      <SplitLayout
        asideSticks
        aside={<Preview draft={id} content={content} />}
        detail={
          <Panel>
            <Stack gap="large">
              {rows.single.map((name) => (
                <CodedRow key={name} name={name} content={content} onChange={change} />
              ))}
              <Stack gap="small">
                <div id="log-factors">
                  <FactorsBox
                    value={content}
                    onChange={change}
                    error={
                      attempt > 0
                        ? errors.find(({ fieldId }) => fieldId === 'log-factors')?.message
                        : undefined
                    }
                  />
                </div>
              </Stack>
              <Persons
                value={content.persons ?? []}
                onChange={(persons) => {
                  change({ persons });
                }}
              />
              {rows.several.map((name) => (
                <CodedRow key={name} name={name} content={content} onChange={change} />
              ))}
              <Summary
                value={content.summary ?? ''}
                onChange={(summary) => {
                  change({ summary });
                }}
              />
              <TextArea
                label={formatMessage({ id: 'log.note' })}
                hint={formatMessage({ id: 'log.note.hint' })}
                optional
                limit={4000}
                rows={2}
                value={content.privateNote ?? ''}
                onChange={(privateNote) => {
                  change({ privateNote });
                }}
              />
              <div id="log-exhausted">
                <Checkbox checked={isExhausted} onChange={setExhausted}>
                  {formatMessage({ id: 'log.exhausted' })}
                </Checkbox>
              </div>
              <ButtonRow>
                <Button variant="primary" keyHint="Ctrl ⏎" pending={bring.pending} onPress={tryToBring}>
                  {formatMessage({ id: 'log.bring' })}
                </Button>
                <SavingLine saving={saving} />
              </ButtonRow>
            </Stack>
          </Panel>
        }
      />
    </Page>
  );
}
