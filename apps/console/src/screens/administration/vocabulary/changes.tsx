import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { api, ask, ifMatch, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useCodebook, useTerms } from '../../../shared/terms.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast } from '../../../api/use-pages.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { LanguageMixed } from '../../../kit/language-mixed.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { missing } from './content.js';
import { useListName } from './list-name.js';
import { changesKey, useChanges, type Change, type Kind } from './queries.js';
import { TermForm } from './term-form.js';

/** What is proposed and waits for two administrators; not there while nothing waits. */
export function Changes() {
  const { formatMessage } = useIntl();
  const { rows = [], problem, more } = useChanges();
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.words.waiting' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((change) => (
          <Line key={change.id} change={change} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ change }: { readonly change: Change }) {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const toast = useToast();
  const seat = useSeat();
  const termOf = useTerms();
  const { data: codebook } = useCodebook();
  const [isOpen, setOpen] = useState(false);
  const { id, version, labelEn, labelFr } = change;
  const kind = change.kind as Kind;
  const list = codebook?.lists.find((each) => each.list === change.list);
  const changes = [changesKey, ['codebook']];
  const sign = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/codebook/changes/{id}/signatures', {
          params: { path: { id }, header: { ...ifMatch(version), ...once } },
        }),
      ),
    {
      changes,
      onDone: ({ publishedIn }) => {
        toast({
          message: formatMessage({
            id: publishedIn === null ? 'office.words.signed' : 'office.words.published',
          }),
        });
      },
    },
  );
  const discard = useAction(
    (_: null) =>
      ask<unknown>(() =>
        api.DELETE('/api/v1/codebook/changes/{id}', { params: { path: { id }, header: ifMatch(version) } }),
      ),
    { changes },
  );
  const lacks = kind === 'retire' ? undefined : missing(change);
  const problem = [sign.error, discard.error].find((error) => error instanceof Refused)?.problem;
  const isKeeper = seat?.persona === 'administrator';
  const listName = useListName()(change.list);
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{formatMessage({ id: `office.words.${kind}` })}</strong> · {listName}
        </span>
        {kind === 'retire' ? (
          <p>
            {termOf(change.list, change.code)}
            {change.activeTo !== null &&
              ` · ${formatMessage({ id: 'office.term.retired' }, { day: formatDay(change.activeTo, { dateStyle: 'medium' }) })}`}
          </p>
        ) : (
          <p>
            <LanguageMixed lang="en">{labelEn ?? '–'}</LanguageMixed> /{' '}
            <LanguageMixed lang="fr">{labelFr ?? '–'}</LanguageMixed>
          </p>
        )}
        <div className="row">
          <Badge tone={change.signatures > 0 ? 'success' : 'neutral'} icon="check">
            {formatMessage({ id: 'office.words.signatures' }, { signatures: change.signatures })}
          </Badge>
          {lacks !== undefined && (
            <Badge tone="danger" icon="warning">
              {formatMessage({ id: `office.words.lacks.${lacks}` })}
            </Badge>
          )}
        </div>
      </div>
      <div className="button-row">
        {isKeeper && !change.signedByMe && lacks === undefined && (
          <Button
            variant="primary"
            icon="check"
            pending={sign.pending}
            onPress={() => {
              sign.do(null);
            }}
          >
            {formatMessage({ id: change.signatures > 0 ? 'office.words.publish' : 'office.words.sign' })}
          </Button>
        )}
        {kind !== 'retire' && (
          <Button
            icon="edit"
            pressed={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            {formatMessage({ id: 'office.words.revise' })}
          </Button>
        )}
        <Button
          variant="quiet"
          icon="close"
          pending={discard.pending}
          onPress={() => {
            discard.do(null);
          }}
        >
          {formatMessage({ id: 'office.words.discard' })}
        </Button>
      </div>
      {isOpen && list !== undefined && (
        <div className="office-form office-whole">
          <TermForm
            list={list}
            kind={kind}
            revises={change}
            onClose={() => {
              setOpen(false);
            }}
          />
        </div>
      )}
      {problem !== undefined && (
        <div className="office-whole">
          <ProblemNotice problem={problem} />
        </div>
      )}
    </li>
  );
}
