import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, ifMatch } from '../../api/api.js';
import { useOptions } from '../../shared/choices.js';
import { meetingKey, useAttendance, type Attendance } from '../../api/meetings.js';
import { useOwnTable } from '../../api/own-table.js';
import { useVersionConflict } from '../../api/use-version-conflict.js';
import { Conflict } from '../../shared/conflict.js';
import { Stack } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { Select } from '../../kit/select.js';
import { Sheet } from '../../kit/sheet.js';

type List = Schema<'AttendanceList'>;
interface Mark {
  readonly agencyId: string;
  readonly mode: Attendance['mode'];
  readonly basis?: string;
}

/** Marks at once on this page; sent one after another, each from the version that the one before left. */
function useMarks(meeting: string) {
  const queries = useQueryClient();
  const key = [...meetingKey(meeting), 'attendance'];
  const [under, setUnder] = useState<ReadonlyMap<string, Mark>>(new Map());
  const settle = (mark: Mark): void => {
    setUnder((now) => new Map([...now].filter(([, each]) => each !== mark)));
  };
  const rowOf = (list: List | undefined, agencyId: string) =>
    list?.rows.find((row) => row.agencyId === agencyId);
  const action = useVersionConflict<Mark, Attendance | undefined, Schema<'PartReceipt'>>(
    ({ agencyId, mode, basis }) =>
      ask(() =>
        api.PUT('/api/v1/meetings/{id}/attendance/{agency}', {
          params: {
            path: { id: meeting, agency: agencyId },
            header: ifMatch(rowOf(queries.getQueryData<List>(key), agencyId)?.version ?? 0),
          },
          body: { mode, ...(basis !== undefined && { basis }) },
        }),
      ),
    {
      read: async ({ agencyId }) =>
        rowOf(
          await ask(() => api.GET('/api/v1/meetings/{id}/attendance', { params: { path: { id: meeting } } })),
          agencyId,
        ),
      settle: (now, { mode }) =>
        now?.mode === mode ? Promise.resolve({ id: meeting, version: now.version }) : undefined,
      about: ({ agencyId }) => agencyId,
      onBegin: (mark) => {
        setUnder((now) => new Map(now).set(mark.agencyId, mark));
        return () => {
          settle(mark);
        };
      },
      onDone: ({ version }, mark) => {
        queries.setQueryData<List>(
          key,
          (list) =>
            list && {
              ...list,
              rows: list.rows.map((row) =>
                row.agencyId === mark.agencyId ? { ...row, mode: mark.mode, version } : row,
              ),
            },
        );
        settle(mark);
      },
      changes: [key],
    },
  );
  return {
    ...action,
    shown: (row: Attendance): Attendance => ({ ...row, mode: under.get(row.agencyId)?.mode ?? row.mode }),
  };
}

/**
 * Who is there, in the room or remote; for an agency without an account, what the coordinator enters for it
 * stands on a named basis.
 */
export function AttendanceSheet({
  meetingId,
  isOpen,
  onClose,
}: {
  readonly meetingId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const { data } = useAttendance(meetingId);
  const { data: table } = useOwnTable();
  const marks = useMarks(meetingId);
  const { overtaken } = marks;
  const said = (mode: Attendance['mode'] | undefined): string =>
    mode === undefined ? '' : formatMessage({ id: `meeting.mode.${mode}` });
  const without = new Set(
    (table?.agencies ?? []).filter(({ hasAccount }) => !hasAccount).map(({ agencyId }) => agencyId),
  );
  const trouble =
    overtaken !== undefined ? (
      <Conflict
        isOpen
        onMine={marks.keepMine}
        onTheirs={marks.leave}
        onLater={marks.leave}
        fields={[
          {
            label: data?.rows.find(({ agencyId }) => agencyId === overtaken.mine.agencyId)?.agency ?? '',
            mine: said(overtaken.mine.mode),
            theirs: said(overtaken.theirs?.mode),
          },
        ]}
      />
    ) : (
      marks.problem !== undefined && <ProblemNotice problem={marks.problem} />
    );
  return (
    <>
      {/* A mark may be refused when the list was closed already. */}
      {!isOpen && trouble}
      <Sheet title={formatMessage({ id: 'meeting.attendance' })} isOpen={isOpen} onClose={onClose}>
        <Stack>
          <p>{formatMessage({ id: 'meeting.attendance.lead' })}</p>
          {trouble}
          {(data?.rows ?? []).map((row) => (
            <Line
              key={row.agencyId}
              row={marks.shown(row)}
              needsBasis={without.has(row.agencyId)}
              onMark={(mode, basis) => {
                marks.do({ agencyId: row.agencyId, mode, ...(basis !== undefined && { basis }) });
              }}
            />
          ))}
        </Stack>
      </Sheet>
    </>
  );
}

const modes = ['room', 'remote', 'absent'] as const;

function Line({
  row,
  needsBasis,
  onMark,
}: {
  readonly row: Attendance;
  readonly needsBasis: boolean;
  readonly onMark: (mode: Attendance['mode'], basis?: string) => void;
}) {
  const { formatMessage } = useIntl();
  const bases = useOptions('legalBasis');
  const [basis, setBasis] = useState(row.basis);
  return (
    <div className="attendance-line">
      {needsBasis && (
        <Select
          label={formatMessage({ id: 'meeting.attendance.basis' }, { agency: row.agency })}
          options={bases}
          value={basis}
          onChange={setBasis}
          placeholder={formatMessage({ id: 'situation.choose' })}
          disabled={row.mode !== 'absent'}
        />
      )}
      <RadioGroup
        look="segments"
        label={row.agency}
        hint={needsBasis ? formatMessage({ id: 'meeting.attendance.without' }) : undefined}
        value={row.mode}
        disabled={needsBasis && basis === null && row.mode === 'absent'}
        options={modes.map((value) => ({ value, label: formatMessage({ id: `meeting.mode.${value}` }) }))}
        onChange={(mode) => {
          onMark(mode, needsBasis && mode !== 'absent' ? (basis ?? undefined) : undefined);
        }}
      />
    </div>
  );
}
