import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { useSeat } from '../../../api/me.js';
import { useCodebook, useTerms } from '../../../shared/terms.js';
import { useLanguage } from '../../../session/language.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { LanguageMixed } from '../../../kit/language-mixed.js';
import { Row, Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { Panel } from '../../../kit/panel.js';
import { Select } from '../../../kit/select.js';
import { Table } from '../../../kit/table.js';
import { TextField } from '../../../kit/text-field.js';
import { Office } from '../office.js';
import { Changes } from './changes.js';
import { useListName } from './list-name.js';
import type { Kind, Term, TermList } from './queries.js';
import { TermForm } from './term-form.js';

interface Opened {
  readonly kind: Kind;
  readonly term?: Term;
}

/** The words of the work, list by list in both languages, and what is proposed to change in them. */
export function VocabularyPart() {
  const { formatMessage } = useIntl();
  const listName = useListName();
  const seat = useSeat();
  const { data: codebook } = useCodebook();
  const [chosen, setChosen] = useState('riskFactor');
  const [opened, setOpened] = useState<Opened>();
  const lists =
    codebook?.lists.filter(({ takesLocal }) => seat?.persona === 'administrator' || takesLocal) ?? [];
  const list = lists.find((each) => each.list === chosen) ?? lists[0];
  const isKeeper = seat?.persona === 'administrator';
  return (
    <Office part="vocabulary">
      <Stack gap="large">
        <Changes />
        {list === undefined ? (
          <Loading lines={6} />
        ) : (
          <>
            <Row gap="large" align="between">
              <Select
                label={formatMessage({ id: 'office.list' })}
                value={list.list}
                options={lists.map((each) => ({
                  value: each.list,
                  label: listName(each.list),
                }))}
                onChange={(value) => {
                  setChosen(value);
                  setOpened(undefined);
                }}
              />
              {(isKeeper ? !list.closed : true) && (
                <Button
                  variant="primary"
                  icon="add"
                  onPress={() => {
                    setOpened({ kind: 'add' });
                  }}
                >
                  {formatMessage({ id: isKeeper ? 'office.term.add' : 'office.term.addLocal' })}
                </Button>
              )}
            </Row>
            {opened !== undefined && (
              <Panel title={formatMessage({ id: `office.term.${opened.kind}.title` })}>
                <TermForm
                  key={`${opened.kind} ${opened.term?.code ?? ''}`}
                  list={list}
                  kind={opened.kind}
                  term={opened.term}
                  onClose={() => {
                    setOpened(undefined);
                  }}
                />
              </Panel>
            )}
            <Terms
              key={list.list}
              list={list}
              canChange={({ tableId }) => isKeeper || tableId !== null}
              onOpen={setOpened}
            />
          </>
        )}
      </Stack>
    </Office>
  );
}

interface TermsProps {
  readonly list: TermList;
  readonly canChange: (term: Term) => boolean;
  readonly onOpen: (opened: Opened) => void;
}

function Terms({ list, canChange, onOpen }: TermsProps) {
  const { formatMessage } = useIntl();
  const listName = useListName();
  const formatDay = useFormatDay();
  const { language } = useLanguage();
  const termOf = useTerms();
  const [typed, setTyped] = useState('');
  const labelOf = ({ labelEn, labelFr }: Term): string => (language === 'fr' ? labelFr : labelEn);
  const groupOf = ({ group }: Term): string =>
    list.groupList === null || group === null ? '' : termOf(list.groupList, group);
  const wanted = plain(typed);
  const rows = list.terms.filter((term) =>
    plain(`${term.labelEn} ${term.labelFr} ${groupOf(term)}`).includes(wanted),
  );
  return (
    <>
      {list.terms.length > 20 && (
        <TextField
          type="search"
          label={formatMessage({ id: 'office.term.find' })}
          value={typed}
          onChange={setTyped}
          width={32}
        />
      )}
      <Table
        caption={formatMessage({ id: 'office.terms' }, { list: listName(list.list), count: rows.length })}
        stacks
        rows={rows}
        empty={<EmptyState icon="search" title={formatMessage({ id: 'office.term.none' })} />}
        rowKey={({ code, tableId }) => `${code} ${tableId ?? ''}`}
        columns={[
          {
            id: 'en',
            label: formatMessage({ id: 'office.language.en' }),
            rowHeader: true,
            cell: ({ labelEn }) => <LanguageMixed lang="en">{labelEn}</LanguageMixed>,
          },
          {
            id: 'fr',
            label: formatMessage({ id: 'office.language.fr' }),
            cell: ({ labelFr }) => <LanguageMixed lang="fr">{labelFr}</LanguageMixed>,
          },
          ...(list.groupList === null
            ? []
            : [{ id: 'group', label: listName(list.groupList), cell: groupOf }]),
          {
            id: 'state',
            label: formatMessage({ id: 'office.status' }),
            cell: ({ activeTo, tableId, mapsTo }) => (
              <div className="row">
                {activeTo !== null && (
                  <Badge>
                    {formatMessage(
                      { id: 'office.term.retired' },
                      { day: formatDay(activeTo, { dateStyle: 'medium' }) },
                    )}
                  </Badge>
                )}
                {tableId !== null && (
                  <Badge tone="info">
                    {formatMessage({ id: 'office.term.local' }, { as: mapsTo ?? '' })}
                  </Badge>
                )}
                {activeTo === null && tableId === null && '–'}
              </div>
            ),
          },
          {
            id: 'acts',
            label: formatMessage({ id: 'seats.acts' }),
            hideLabel: true,
            cell: (term) =>
              canChange(term) &&
              term.activeTo === null && (
                <div className="row">
                  <Button
                    size="small"
                    icon="edit"
                    label={formatMessage({ id: 'office.term.edit.of' }, { label: labelOf(term) })}
                    onPress={() => {
                      onOpen({ kind: 'edit', term });
                    }}
                  >
                    {formatMessage({ id: 'office.term.edit' })}
                  </Button>
                  {!list.closed && (
                    <Button
                      size="small"
                      variant="quiet"
                      label={formatMessage({ id: 'office.term.retire.of' }, { label: labelOf(term) })}
                      onPress={() => {
                        onOpen({ kind: 'retire', term });
                      }}
                    >
                      {formatMessage({ id: 'office.term.retire' })}
                    </Button>
                  )}
                </div>
              ),
          },
        ]}
      />
    </>
  );
}

/** Without case and accents, as people search. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
