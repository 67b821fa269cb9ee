import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { tableSettingNames, type TableSettingName } from '#domain/vocabulary';
import { api, askTagged, ifMatch, type Tagged } from '../../../api/api.js';
import { useEdit } from '../../../api/use-edit.js';
import { Conflict } from '../../../shared/conflict.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { Notice } from '../../../kit/notice.js';
import { NumberField } from '../../../kit/number-field.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';
import { tablesKey, type TableWithAgencies } from '../queries.js';
import { useWeekdayName, weekdays, type Weekday } from '../weekdays.js';
import { ZoneSelect } from './zone-select.js';

type Change = Schema<'ChangeTableRequest'>;
const names = ['name', 'region', 'timeZone', 'meetingWeekday', ...tableSettingNames] as const;
type Basics = Pick<TableWithAgencies, (typeof names)[number]>;

/** What differs from the table as it was when writing began: nothing else is sent. */
function changeOf(before: Basics, after: Basics): Change {
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

export interface TableBasicsProps {
  readonly table: TableWithAgencies;
  readonly tag: string;
  readonly onClose: () => void;
}

/**
 * Name, place and days of a table, which one administrator sets; says what changes for whom before anything
 * is sent.
 */
export function TableBasics({ table, tag, onClose }: TableBasicsProps) {
  const { formatMessage, formatList } = useIntl();
  const toast = useToast();
  const nameOf = useWeekdayName();
  // As it was when writing began: what is read meanwhile is not what was written on.
  const [before, setBefore] = useState<Basics>(table);
  const [after, setAfter] = useState<Basics>(table);
  // Null while no whole number is typed.
  const [typed, setTyped] = useState<Readonly<Record<TableSettingName, number | null>>>(table);
  const put = (part: Partial<Basics>): void => {
    setAfter({ ...after, ...part });
  };
  const change = changeOf(before, after);
  const edit = useEdit<Change, TableWithAgencies, Tagged<TableWithAgencies>>({
    tag,
    read: () => askTagged(() => api.GET('/api/v1/tables/{id}', { params: { path: { id: table.id } } })),
    save: (body, from) =>
      askTagged(() =>
        api.PATCH('/api/v1/tables/{id}', { params: { path: { id: table.id }, header: ifMatch(from) }, body }),
      ),
    changes: [tablesKey, ['table']],
    isSaved: (now, sent) => Object.keys(changeOf(now, { ...now, ...sent })).length === 0,
    isUntouched: (now) => Object.keys(changeOf(before, now)).length === 0,
    onTheirs: (now) => {
      setBefore(now);
      setAfter(now);
      setTyped(now);
    },
    onDone: ({ data }) => {
      toast({ message: formatMessage({ id: 'office.basics.saved' }, { name: data.name }) });
      onClose();
    },
  });
  const { overtaken } = edit;
  const said = (name: keyof Basics, of: Change): string =>
    name === 'meetingWeekday'
      ? // A table may meet on several days; choosing one here takes the place of all of them.
        of.meetingWeekday === undefined || of === before
        ? formatList(table.meetingDays.map(nameOf))
        : nameOf(of.meetingWeekday)
      : String(of[name] ?? before[name]);
  const changed = names.filter((name) => change[name] !== undefined);
  const isComplete = tableSettingNames.every((name) => typed[name] !== null);
  return (
    <form
      className="office-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 && isComplete) edit.do(change);
      }}
    >
      <TextField
        label={formatMessage({ id: 'office.name' })}
        value={after.name}
        maxLength={120}
        onChange={(name) => {
          put({ name });
        }}
      />
      <TextField
        label={formatMessage({ id: 'office.region' })}
        hint={formatMessage({ id: 'office.region.hint' }, { code: table.regionCode })}
        value={after.region}
        maxLength={120}
        onChange={(region) => {
          put({ region });
        }}
      />
      <ZoneSelect
        value={after.timeZone}
        onChange={(timeZone) => {
          put({ timeZone });
        }}
      />
      <Select
        label={formatMessage({ id: 'office.weekday' })}
        value={String(after.meetingWeekday) as Weekday}
        onChange={(weekday) => {
          put({ meetingWeekday: Number(weekday) });
        }}
        options={weekdays.map((value) => ({ value, label: nameOf(Number(value)) }))}
      />
      {tableSettingNames.map((name) => (
        <NumberField
          key={name}
          label={formatMessage({ id: `office.setting.${name}` })}
          unit={formatMessage({ id: `office.setting.${name}.unit` }, { value: after[name] })}
          value={typed[name]}
          onChange={(given) => {
            setTyped({ ...typed, [name]: given });
            if (given !== null) put({ [name]: given });
          }}
        />
      ))}
      <Notice
        tone={changed.length === 0 ? 'info' : 'warning'}
        says="polite"
        title={formatMessage({ id: 'office.effects' })}
      >
        {changed.length === 0 ? (
          formatMessage({ id: 'office.effects.none' })
        ) : (
          <ul className="office-effects">
            {changed.map((name) => (
              <li key={name}>
                {formatMessage(
                  { id: `office.effect.${name}` },
                  { now: said(name, change), before: said(name, before) },
                )}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      {edit.problem !== undefined && <ProblemNotice problem={edit.problem} />}
      <ButtonRow>
        <Button
          variant="primary"
          type="submit"
          pending={edit.pending}
          disabled={changed.length === 0 || !isComplete}
        >
          {formatMessage({ id: 'office.save' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
          onLater={edit.settleLater}
          keepsTheirs
          fields={names
            .filter((name) => overtaken.mine[name] !== undefined)
            .map((name) => ({
              label: formatMessage({ id: labelOf(name) }),
              mine: said(name, overtaken.mine),
              theirs: said(name, overtaken.theirs),
            }))}
        />
      )}
    </form>
  );
}

const labels: Partial<Record<keyof Basics, string>> = {
  name: 'office.name',
  region: 'office.region',
  timeZone: 'office.zone',
  meetingWeekday: 'office.weekday',
};
const labelOf = (name: keyof Basics): string => labels[name] ?? `office.setting.${name}`;
