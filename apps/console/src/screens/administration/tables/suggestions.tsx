import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, askTagged, ifMatch, type Tagged } from '../../../api/api.js';
import { useOptions } from '../../../shared/choices.js';
import { useTerms } from '../../../shared/terms.js';
import { useEdit } from '../../../api/use-edit.js';
import { Conflict } from '../../../shared/conflict.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { CheckboxGroup } from '../../../kit/checkbox-group.js';
import { Dialog } from '../../../kit/dialog.js';
import { Notice } from '../../../kit/notice.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Stack } from '../../../kit/layout.js';
import { Table } from '../../../kit/table.js';
import { useToast } from '../../../kit/toasts.js';
import { tablesKey, type TableWithAgencies } from '../queries.js';

type Rule = TableWithAgencies['suggestions'][number];

export interface SuggestionsProps {
  readonly table: TableWithAgencies;
  readonly tag: string;
}

/**
 * Whom the assignment panel of a table suggests first, by group of risk factors: a rule that can be read and
 * changed, never a score.
 */
export function Suggestions({ table, tag }: SuggestionsProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const [changing, setChanging] = useState<Rule>();
  return (
    <Stack>
      <p>{formatMessage({ id: 'office.suggestions.lead' })}</p>
      <Table
        caption={formatMessage({ id: 'office.suggestions' })}
        hideCaption
        stacks
        rows={table.suggestions}
        rowKey={({ group }) => group}
        columns={[
          {
            id: 'group',
            label: formatMessage({ id: 'office.suggestions.group' }),
            rowHeader: true,
            cell: ({ group }) => termOf('riskCategory', group),
          },
          {
            id: 'sectors',
            label: formatMessage({ id: 'office.suggestions.sectors' }),
            cell: ({ sectors, isDefault }) => (
              <>
                {sectors.length === 0
                  ? formatMessage({ id: 'office.suggestions.nobody' })
                  : sectors.map((sector) => termOf('sector', sector)).join(', ')}{' '}
                {!isDefault && <Badge tone="info">{formatMessage({ id: 'office.suggestions.own' })}</Badge>}
              </>
            ),
          },
          {
            id: 'acts',
            label: formatMessage({ id: 'seats.acts' }),
            hideLabel: true,
            cell: (rule) => (
              <Button
                size="small"
                variant="quiet"
                icon="edit"
                label={formatMessage(
                  { id: 'office.suggestions.changeOf' },
                  { group: termOf('riskCategory', rule.group) },
                )}
                onPress={() => {
                  setChanging(rule);
                }}
              >
                {formatMessage({ id: 'office.suggestions.change' })}
              </Button>
            ),
          },
        ]}
      />
      {changing !== undefined && (
        <ChangeRule
          key={changing.group}
          table={table}
          tag={tag}
          rule={changing}
          onClose={() => {
            setChanging(undefined);
          }}
        />
      )}
    </Stack>
  );
}

function ChangeRule({
  table,
  tag,
  rule,
  onClose,
}: SuggestionsProps & { readonly rule: Rule; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const toast = useToast();
  const options = useOptions('sector');
  const { group } = rule;
  // As it was when choosing began: what is read meanwhile is not what was chosen on.
  const [before, setBefore] = useState<readonly string[]>(rule.sectors);
  const [sectors, setSectors] = useState<readonly string[]>(rule.sectors);
  const said = (codes: readonly string[] | undefined): string =>
    codes === undefined
      ? formatMessage({ id: 'office.suggestions.default' })
      : codes.map((code) => termOf('sector', code)).join(', ') ||
        formatMessage({ id: 'office.suggestions.nobody' });
  const ruleOf = (now: TableWithAgencies): Rule | undefined =>
    now.suggestions.find((each) => each.group === group);
  const edit = useEdit<{ readonly sectors?: string[] }, TableWithAgencies, Tagged<TableWithAgencies>>({
    tag,
    read: () => askTagged(() => api.GET('/api/v1/tables/{id}', { params: { path: { id: table.id } } })),
    save: (body, from) =>
      askTagged(() =>
        api.PUT('/api/v1/tables/{id}/suggestions', {
          params: { path: { id: table.id }, header: ifMatch(from) },
          body: { group, ...body },
        }),
      ),
    isUntouched: (now) => String(ruleOf(now)?.sectors) === String(before),
    isSaved: (now, { sectors: sent }) =>
      sent === undefined ? ruleOf(now)?.isDefault === true : String(ruleOf(now)?.sectors) === String(sent),
    onTheirs: (now) => {
      setBefore(ruleOf(now)?.sectors ?? []);
      setSectors(ruleOf(now)?.sectors ?? []);
    },
    onDone: () => {
      toast({
        message: formatMessage({ id: 'office.suggestions.saved' }, { group: termOf('riskCategory', group) }),
      });
      onClose();
    },
    changes: [tablesKey, ['table']],
  });
  const { overtaken } = edit;
  return (
    <Dialog
      title={termOf('riskCategory', group)}
      isOpen
      onClose={onClose}
      stays
      actions={
        <>
          <Button
            variant="primary"
            pending={edit.pending}
            onPress={() => {
              edit.do({ sectors: [...sectors] });
            }}
          >
            {formatMessage({ id: 'office.save' })}
          </Button>
          {!rule.isDefault && (
            <Button
              pending={edit.pending}
              onPress={() => {
                edit.do({});
              }}
            >
              {formatMessage({ id: 'office.suggestions.toDefault' })}
            </Button>
          )}
          <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
        </>
      }
    >
      <Stack>
        <CheckboxGroup
          label={formatMessage({ id: 'office.suggestions.which' })}
          options={options}
          value={sectors}
          onChange={setSectors}
        />
        <Notice tone="info" title={formatMessage({ id: 'office.effects' })}>
          {formatMessage(
            { id: 'office.suggestions.effect' },
            { now: said(sectors), before: said(rule.sectors) },
          )}
        </Notice>
        {edit.problem !== undefined && <ProblemNotice problem={edit.problem} />}
      </Stack>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
          onLater={edit.settleLater}
          fields={[
            {
              label: termOf('riskCategory', group),
              mine: said(overtaken.mine.sectors),
              theirs: said(ruleOf(overtaken.theirs)?.sectors),
            },
          ]}
        />
      )}
    </Dialog>
  );
}
