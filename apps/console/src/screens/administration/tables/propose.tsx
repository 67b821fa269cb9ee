import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { Notice } from '../../../kit/notice.js';
import { NumberField } from '../../../kit/number-field.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { useToast } from '../../../kit/toasts.js';
import { settingsKey, type TableWithAgencies } from '../queries.js';
import { Effects, type Settings } from './effects.js';

const told = ['everyoneSeated', 'agenciesAsked', 'nobody'] as const;
const rules = ['vote', 'agreement'] as const;

/** Proposes settings that two persons decide; says what would change for whom before anything is sent. */
export function Propose({ table }: { readonly table: TableWithAgencies }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return (
      <Proposal
        table={table}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  return (
    <div>
      <Button
        icon="edit"
        onPress={() => {
          setOpen(true);
        }}
      >
        {formatMessage({ id: 'office.propose' })}
      </Button>
    </div>
  );
}

/** Begins from the settings that stand when it opens, and keeps what was chosen while they change. */
function Proposal({ table, onClose }: { readonly table: TableWithAgencies; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [identifierRecipients, setRecipients] = useState(table.identifierRecipients);
  const [riskRule, setRule] = useState(table.riskRule);
  const [retentionMonths, setMonths] = useState<number | null>(table.retentionMonths);
  const wanted: Settings = {
    ...(identifierRecipients !== table.identifierRecipients && { identifierRecipients }),
    ...(riskRule !== table.riskRule && { riskRule }),
    ...(retentionMonths !== null && retentionMonths !== table.retentionMonths && { retentionMonths }),
  };
  const propose = useAction(
    (body: Settings, once) =>
      ask(() =>
        api.POST('/api/v1/tables/{id}/settings-changes', {
          params: { path: { id: table.id }, header: once },
          body,
        }),
      ),
    {
      changes: [settingsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'office.proposed' }) });
        onClose();
      },
    },
  );
  const isSame = Object.keys(wanted).length === 0;
  return (
    <div className="office-form">
      <Select
        label={formatMessage({ id: 'office.recipients' })}
        value={identifierRecipients}
        options={told.map((value) => ({ value, label: formatMessage({ id: `office.recipients.${value}` }) }))}
        onChange={setRecipients}
      />
      <Select
        label={formatMessage({ id: 'office.rule' })}
        value={riskRule}
        options={rules.map((value) => ({ value, label: formatMessage({ id: `office.rule.${value}` }) }))}
        onChange={setRule}
      />
      <NumberField
        label={formatMessage({ id: 'office.retention' })}
        hint={formatMessage({ id: 'office.retention.hint' })}
        unit={formatMessage({ id: 'office.months.unit' })}
        value={retentionMonths}
        onChange={setMonths}
      />
      <Notice
        tone={isSame ? 'info' : 'warning'}
        says="polite"
        title={formatMessage({ id: 'office.effects' })}
      >
        {isSame ? (
          formatMessage({ id: 'office.effects.none' })
        ) : (
          <Effects
            now={table}
            wanted={wanted}
            agencies={table.agencies.filter(({ hasAccount }) => hasAccount).length}
          />
        )}
      </Notice>
      {propose.error instanceof Refused && <ProblemNotice problem={propose.error.problem} />}
      <ButtonRow>
        <Button
          variant="primary"
          icon="send"
          pending={propose.pending}
          disabled={isSame}
          onPress={() => {
            propose.do(wanted);
          }}
        >
          {formatMessage({ id: 'office.propose.send' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
    </div>
  );
}
