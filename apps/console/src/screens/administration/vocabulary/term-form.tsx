import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, askTagged, ifMatch } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useCodebook, useTerms } from '../../../shared/terms.js';
import { useEdit } from '../../../api/use-edit.js';
import { Conflict } from '../../../shared/conflict.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { Checkbox } from '../../../kit/checkbox.js';
import { useToday } from '../../../kit/days.js';
import { DateField } from '../../../kit/date-field.js';
import { Notice } from '../../../kit/notice.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';
import { contentOf, draftOf, missing, type Draft } from './content.js';
import { useListName } from './list-name.js';
import { changesKey, type Change, type Kind, type Term, type TermList } from './queries.js';

const texts = ['labelEn', 'labelFr', 'definitionEn', 'definitionFr'] as const;

/** Whether two contents are the same, whatever the order in which they were written down. */
const isSame = (one: Draft, other: Draft): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof Draft)[]).every((name) => one[name] === other[name]);

export interface TermFormProps {
  readonly list: TermList;
  readonly kind: Kind;
  readonly term?: Term | undefined;
  /** An open change that is written again. */
  readonly revises?: Change | undefined;
  readonly onClose: () => void;
}

/** A term's words in both languages, or the last day on which it can be chosen. */
export function TermForm({ list, kind, term, revises, onClose }: TermFormProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const seat = useSeat();
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(() => draftOf(revises ?? term, today));
  // As it was when writing began.
  const [before, setBefore] = useState<Draft>(draft);
  const put = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  const isLocal =
    kind === 'add' && revises === undefined
      ? seat?.persona === 'coordinator'
      : (revises ?? term)?.tableId != null;
  const code = isLocal && !draft.code.startsWith('local.') ? `local.${draft.code}` : draft.code;
  const send = useEdit<Draft, Change, unknown>({
    tag: revises === undefined ? '' : `"v${revises.version}"`,
    read: () =>
      askTagged(() =>
        api.GET('/api/v1/codebook/changes/{id}', { params: { path: { id: revises?.id ?? '' } } }),
      ),
    save: (input, tag, once) => {
      const content = contentOf(kind, input);
      return revises === undefined
        ? ask<unknown>(() =>
            api.POST('/api/v1/codebook/changes', {
              params: { header: once },
              body: {
                kind,
                list: list.list,
                code,
                ...(isLocal && { local: true, ...(term?.tableId != null && { tableId: term.tableId }) }),
                content,
              },
            }),
          )
        : ask<unknown>(() =>
            api.PUT('/api/v1/codebook/changes/{id}', {
              params: { path: { id: revises.id }, header: ifMatch(tag) },
              body: content,
            }),
          );
    },
    changes: [changesKey],
    isUntouched: (theirs) => isSame(draftOf(theirs, today), before),
    isSaved: (theirs, sent) => isSame(draftOf(theirs, today), sent),
    onTheirs: (theirs) => {
      setBefore(draftOf(theirs, today));
      setDraft(draftOf(theirs, today));
    },
    onDone: () => {
      toast({ message: formatMessage({ id: 'office.term.proposed' }) });
      onClose();
    },
  });
  const { overtaken } = send;
  const lacks = kind === 'retire' ? undefined : missing(draft);
  return (
    <div className="stack">
      {kind === 'retire' ? (
        <>
          <Notice small>{formatMessage({ id: 'office.term.retire.effect' })}</Notice>
          <DateField
            label={formatMessage({ id: 'office.term.lastDay' })}
            value={draft.day}
            onChange={(day) => {
              put({ day });
            }}
          />
        </>
      ) : (
        <Words
          list={list}
          draft={draft}
          put={put}
          isNew={kind === 'add' && revises === undefined}
          isLocal={isLocal}
        />
      )}
      {lacks !== undefined && (
        <Notice tone="warning" small says="polite">
          {formatMessage({ id: `office.term.lacks.${lacks}` })}
        </Notice>
      )}
      {send.problem !== undefined && <ProblemNotice problem={send.problem} />}
      <ButtonRow>
        <Button
          variant="primary"
          icon="send"
          pending={send.pending}
          onPress={() => {
            send.do(draft);
          }}
        >
          {formatMessage({ id: 'office.propose.send' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={send.keepMine}
          onTheirs={send.takeTheirs}
          onLater={send.settleLater}
          keepsTheirs
          fields={([...texts, 'mapsTo'] as const).map((name) => ({
            label: formatMessage({ id: `office.term.${name}` }),
            mine: overtaken.mine[name] ?? '',
            theirs: overtaken.theirs[name] ?? '',
          }))}
        />
      )}
    </div>
  );
}

interface WordsProps {
  readonly list: TermList;
  readonly draft: Draft;
  readonly put: (part: Partial<Draft>) => void;
  readonly isNew: boolean;
  readonly isLocal: boolean;
}

function Words({ list, draft, put, isNew, isLocal }: WordsProps) {
  const { formatMessage } = useIntl();
  const listName = useListName();
  const termOf = useTerms();
  const { data: codebook } = useCodebook();
  const optionsOf = (name: string) =>
    codebook?.lists
      .find((each) => each.list === name)
      ?.terms.filter(({ tableId }) => tableId === null)
      .map(({ code }) => ({ value: code, label: termOf(name, code) })) ?? [];
  return (
    <>
      {isNew && (
        <TextField
          label={formatMessage({ id: 'office.term.code' })}
          hint={formatMessage({ id: isLocal ? 'office.term.code.local' : 'office.term.code.hint' })}
          value={draft.code}
          onChange={(code) => {
            put({ code });
          }}
          width={20}
          spellCheck={false}
        />
      )}
      <TextField
        label={formatMessage({ id: 'office.term.labelEn' })}
        value={draft.labelEn}
        onChange={(labelEn) => {
          put({ labelEn });
        }}
      />
      <TextField
        label={formatMessage({ id: 'office.term.labelFr' })}
        hint={formatMessage({ id: 'office.term.byHand' })}
        value={draft.labelFr}
        onChange={(labelFr) => {
          put({ labelFr });
        }}
      />
      <TextField
        optional
        label={formatMessage({ id: 'office.term.definitionEn' })}
        value={draft.definitionEn}
        onChange={(definitionEn) => {
          put({ definitionEn });
        }}
      />
      <TextField
        optional
        label={formatMessage({ id: 'office.term.definitionFr' })}
        value={draft.definitionFr}
        onChange={(definitionFr) => {
          put({ definitionFr });
        }}
      />
      {draft.labelEn !== '' && draft.labelEn === draft.labelFr && (
        <Checkbox
          checked={draft.sameInBoth}
          onChange={(sameInBoth) => {
            put({ sameInBoth });
          }}
        >
          {formatMessage({ id: 'office.term.same' })}
        </Checkbox>
      )}
      {list.groupList !== null && (
        <Select
          label={listName(list.groupList)}
          value={draft.group}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          options={optionsOf(list.groupList)}
          onChange={(group) => {
            put({ group });
          }}
        />
      )}
      {list.list === 'riskFactor' && (
        <Select
          label={listName('riskTheme')}
          value={draft.theme}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          options={optionsOf('riskTheme')}
          onChange={(theme) => {
            put({ theme });
          }}
        />
      )}
      {isLocal && (
        <Select
          label={formatMessage({ id: 'office.term.mapsTo' })}
          hint={formatMessage({ id: 'office.term.mapsTo.hint' })}
          value={draft.mapsTo}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          options={optionsOf(list.list)}
          onChange={(mapsTo) => {
            put({ mapsTo });
          }}
        />
      )}
      {isNew && (
        <DateField
          label={formatMessage({ id: 'office.term.firstDay' })}
          value={draft.day}
          onChange={(day) => {
            put({ day });
          }}
        />
      )}
    </>
  );
}
