import { useIntl } from 'react-intl';
import type { AgendaEntry } from '../../api/meetings.js';
import { Conflict } from '../../shared/conflict.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import type { useNote } from './use-note.js';

/**
 * What stands in the way of a note on the agenda: a refusal, or that the other coordinator noted something
 * else first.
 */
export function NoteTrouble({
  note,
  rows,
}: {
  readonly note: ReturnType<typeof useNote>;
  readonly rows: readonly AgendaEntry[];
}) {
  const { formatMessage } = useIntl();
  const { overtaken } = note;
  const said = (noted: AgendaEntry['noted'] | undefined): string =>
    noted == null ? '' : formatMessage({ id: `meeting.decision.${noted}` });
  if (overtaken === undefined)
    return note.problem === undefined ? null : <ProblemNotice problem={note.problem} />;
  const number = rows.find(({ situationId }) => situationId === overtaken.mine.situationId)?.number ?? '';
  return (
    <Conflict
      isOpen
      onMine={note.keepMine}
      onTheirs={note.leave}
      onLater={note.leave}
      fields={[{ label: number, mine: said(overtaken.mine.noted), theirs: said(overtaken.theirs?.noted) }]}
    />
  );
}
