import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSeat } from '../../../api/me.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { Disclosure } from '../../../kit/disclosure.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Office } from '../office.js';
import { useTables, type SituationTable } from '../queries.js';
import { useWeekdayName } from '../weekdays.js';
import { EarlyDestructions } from './early-destructions.js';
import { Joinings } from './joinings.js';
import { NewTable } from './new-table.js';
import { OneTable } from './one-table.js';
import { SettingsChanges } from './settings-changes.js';
import { WaitingOpenings } from './waiting-openings.js';

const Founding = lazy(() => import('./founding.js').then((module) => ({ default: module.Founding })));
const AdministrationNotices = lazy(() =>
  import('./administration-notices.js').then((module) => ({ default: module.AdministrationNotices })),
);

/** Tables with their settings; what decides who hears and how long is for two persons. */
export function TablesPart() {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const [isTold, setTold] = useState(false);
  const { rows, problem, more } = useTables();
  return (
    <Office part="tables">
      <Stack gap="large">
        <Joinings />
        <SettingsChanges />
        {seat?.persona === 'coordinator' && (
          <>
            <WaitingOpenings />
            <EarlyDestructions />
          </>
        )}
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {rows === undefined ? (
          problem === undefined && <Loading lines={4} />
        ) : rows.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'office.tables.none' })} />
        ) : (
          rows.map((table) => <TablePanel key={table.id} table={table} isOnly={rows.length === 1} />)
        )}
        <MoreButton {...more} shown={rows?.length} />
        {seat?.persona === 'administrator' && <NewTable />}
        <Disclosure title={formatMessage({ id: 'office.told' })} isOpen={isTold} onToggle={setTold}>
          {isTold && (
            <Suspense fallback={<Loading lines={4} />}>
              <AdministrationNotices />
            </Suspense>
          )}
        </Disclosure>
      </Stack>
    </Office>
  );
}

function TablePanel({ table, isOnly }: { readonly table: SituationTable; readonly isOnly: boolean }) {
  const { formatMessage, formatList } = useIntl();
  const [isOpen, setOpen] = useState(isOnly);
  const weekday = formatList(table.meetingDays.map(useWeekdayName()));
  return (
    <Panel
      title={table.name}
      actions={
        isOnly ? undefined : (
          <Button
            size="small"
            pressed={isOpen}
            label={formatMessage({ id: 'office.settings.of' }, { name: table.name })}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            {formatMessage({ id: 'office.settings' })}
          </Button>
        )
      }
    >
      <p className="text-quiet">
        {formatMessage({ id: 'office.table.line' }, { region: table.region, weekday, zone: table.timeZone })}
      </p>
      {table.fewCoordinators === true && (
        <div>
          <Badge tone="warning" icon="warning">
            {formatMessage({ id: 'office.table.few' })}
          </Badge>
        </div>
      )}
      {table.isFounding && (
        <Suspense fallback={<Loading lines={4} />}>
          <Founding table={table} />
        </Suspense>
      )}
      {isOpen && <OneTable table={table} />}
    </Panel>
  );
}
