import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { tablesKey } from '../queries.js';
import { useWeekdayName, weekdays, type Weekday } from '../weekdays.js';
import { zoneHere, ZoneSelect } from './zone-select.js';

/** A table begins with the careful settings; what loosens them is proposed afterwards. */
export function NewTable() {
  const { formatMessage } = useIntl();
  const nameOf = useWeekdayName();
  const [name, setName] = useState('');
  const [region, setRegion] = useState('');
  const [timeZone, setZone] = useState(zoneHere);
  const [weekday, setWeekday] = useState<Weekday>('4');
  const create = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/tables', {
          params: { header: once },
          body: { name, region, timeZone, meetingWeekday: Number(weekday) },
        }),
      ),
    {
      changes: [tablesKey],
      onDone: () => {
        setName('');
        setRegion('');
      },
    },
  );
  return (
    <Panel title={formatMessage({ id: 'office.table.new' })}>
      <TextField label={formatMessage({ id: 'office.name' })} value={name} onChange={setName} />
      <TextField label={formatMessage({ id: 'office.region' })} value={region} onChange={setRegion} />
      <ZoneSelect value={timeZone} onChange={setZone} />
      <Select
        label={formatMessage({ id: 'office.weekday' })}
        value={weekday}
        onChange={setWeekday}
        options={weekdays.map((value) => ({ value, label: nameOf(Number(value)) }))}
      />
      {create.error instanceof Refused && <ProblemNotice problem={create.error.problem} />}
      <div>
        <Button
          variant="primary"
          icon="add"
          pending={create.pending}
          disabled={name.trim() === '' || region.trim() === '' || timeZone === ''}
          onPress={() => {
            create.do(null);
          }}
        >
          {formatMessage({ id: 'office.table.create' })}
        </Button>
      </div>
    </Panel>
  );
}
