import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAttendance } from '../../api/meetings.js';
import type { MoveInput, SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { useNow } from '../../kit/clock.js';
import { HeldAction } from '../../kit/held-action.js';
import { Panel } from '../../kit/panel.js';
import { useTableZone } from '../../shared/when.js';
import { useRanked, type RankedAgency } from './ranked.js';
import { Rules } from './rules.js';
import { useKeys } from './use-keys.js';

const dueMs = 48 * 3_600_000;

export interface AssignProps {
  readonly meetingId: string;
  readonly situation: SituationView;
  readonly hasKeys: boolean;
  readonly pending: boolean;
  readonly onMake: (input: MoveInput) => void;
}

/**
 * Who is needed: the first one picked leads, the others assist; a digit picks or drops. Held for five seconds
 * before it is sent.
 */
export function Assign({ meetingId, situation, hasKeys, pending, onMake }: AssignProps) {
  const { formatMessage, formatDate } = useIntl();
  const timeZone = useTableZone();
  const now = useNow(60_000);
  const agencies = useRanked(situation);
  const { data: attendance } = useAttendance(meetingId);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [isSent, setSent] = useState(false);
  // Only its own sending holds it up: the round that was closed just before may still be on its way back.
  const isSending = isSent && pending;
  const go = useRef<HTMLDivElement>(null);
  const toggle = (id: string): void => {
    setPicked((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  };
  useKeys(
    isSending
      ? {}
      : Object.fromEntries(
          agencies.slice(0, 9).map(({ id }, place) => [
            String(place + 1),
            () => {
              toggle(id);
              // Enter assigns from here, without another way to it.
              requestAnimationFrame(() => {
                go.current?.querySelector('button')?.focus();
              });
            },
          ]),
        ),
    hasKeys,
  );
  const [lead, ...assisting] = picked;
  const absent = new Set(
    (attendance?.rows ?? []).filter(({ mode }) => mode === 'absent').map(({ agencyId }) => agencyId),
  );
  const away = agencies.filter(({ id }) => picked.includes(id) && absent.has(id)).map(({ name }) => name);
  const effect = formatMessage(
    { id: 'meeting.effect' },
    { asked: picked.length, others: agencies.length - picked.length },
  );
  return (
    <Panel title={formatMessage({ id: 'meeting.assign' })} tone="accent">
      <p className="text-small">{formatMessage({ id: 'meeting.assign.hint' })}</p>
      <ol className="assign">
        {agencies.map((agency, place) => (
          <Line
            key={agency.id}
            agency={agency}
            place={place}
            role={picked[0] === agency.id ? 'lead' : picked.includes(agency.id) ? 'assisting' : undefined}
            disabled={isSending}
            onToggle={() => {
              toggle(agency.id);
            }}
          />
        ))}
      </ol>
      {away.length > 0 && (
        <p>{formatMessage({ id: 'meeting.assign.away' }, { names: away.join(', '), count: away.length })}</p>
      )}
      <p role="status">
        <strong>{formatMessage({ id: 'situation.accessAfter' })}</strong> {effect}
      </p>
      <p>
        {formatMessage(
          { id: 'meeting.assign.due' },
          {
            at: formatDate(now + dueMs, {
              timeZone,
              weekday: 'short',
              day: 'numeric',
              month: 'short',
              hour: 'numeric',
              minute: '2-digit',
            }),
          },
        )}
      </p>
      <div ref={go}>
        <HeldAction
          keyHint="Enter"
          pending={isSending}
          disabled={lead === undefined}
          effect={effect}
          onSend={() => {
            if (lead === undefined) return;
            setSent(true);
            onMake({ move: 'assign', body: { lead, assisting } });
          }}
        >
          {formatMessage({ id: 'situation.act.assign' })}
        </HeldAction>
      </div>
      <div>
        <Rules />
      </div>
    </Panel>
  );
}

interface LineProps {
  readonly agency: RankedAgency;
  readonly place: number;
  readonly role: 'lead' | 'assisting' | undefined;
  readonly disabled: boolean;
  readonly onToggle: () => void;
}

function Line({ agency: { name, answer, because }, place, role, disabled, onToggle }: LineProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const hints = [
    answer === undefined || answer.answer === 'noAnswer'
      ? undefined
      : formatMessage({ id: `situation.answered.${answer.answer}` }, { canHelp: String(answer.canHelp) }),
    because.length === 0
      ? undefined
      : formatMessage(
          { id: 'meeting.because' },
          { groups: because.map((group) => termOf('riskCategory', group)).join(', ') },
        ),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li data-role={role}>
      <Button
        pressed={role !== undefined}
        disabled={disabled}
        onPress={onToggle}
        describedBy={`assign-hint-${place}`}
        keyHint={place < 9 ? String(place + 1) : undefined}
      >
        {name}
        {role !== undefined && (
          <>
            {' '}
            <Badge tone={role === 'lead' ? 'success' : 'info'}>
              {formatMessage({ id: `situation.role.${role}` })}
            </Badge>
          </>
        )}
      </Button>
      <span id={`assign-hint-${place}`} className="assign-hint">
        {hints}
      </span>
    </li>
  );
}
