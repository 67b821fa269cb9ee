import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { AgendaEntry } from '../../api/meetings.js';
import { Due } from '../../kit/due.js';
import { Icon } from '../../kit/icons/icon.js';
import { useDecided } from '../../shared/decided.js';

const sections = ['reportBack', 'new', 'waiting', 'carriedOver'] as const;

export const isDone = ({ decisions, noted }: AgendaEntry): boolean => decisions.length > 0 || noted !== null;

export interface AgendaListProps {
  readonly rows: readonly AgendaEntry[];
  readonly selected: string | null;
  /** What the table looks at now, where somebody looks elsewhere. */
  readonly onTable?: string | null;
  readonly onSelect: (situationId: string) => void;
}

/**
 * Numbers in the order in which the meeting takes them, with what was decided; pressing one puts it on the
 * table, or looks at it.
 */
export function AgendaList({ rows, selected, onTable = selected, onSelect }: AgendaListProps) {
  const { formatMessage } = useIntl();
  const chosen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <nav className="agenda" aria-label={formatMessage({ id: 'meeting.agenda' })}>
      {sections.map((section, place) => {
        const listed = rows.filter((row) => row.section === section);
        if (listed.length === 0) return null;
        return (
          <section key={section}>
            <h2 className="agenda-section">
              {formatMessage(
                { id: 'meeting.section' },
                {
                  place: place + 1,
                  name: formatMessage({ id: `meeting.section.${section}` }),
                  count: listed.length,
                },
              )}
            </h2>
            <ol className="agenda-rows">
              {listed.map((row) => (
                <li key={row.situationId}>
                  <button
                    type="button"
                    className="agenda-row"
                    ref={row.situationId === selected ? chosen : undefined}
                    aria-current={row.situationId === selected ? 'true' : undefined}
                    onClick={() => {
                      onSelect(row.situationId);
                    }}
                  >
                    <span className="agenda-row-head">
                      <span className="number">{row.number}</span>
                      {row.situationId === onTable && (
                        <span className="agenda-row-now">
                          <Icon name="pin" />
                          <span className="visually-hidden">{formatMessage({ id: 'meeting.onTable' })}</span>
                        </span>
                      )}
                      {isDone(row) && <Icon name="check" />}
                    </span>
                    <Line row={row} />
                  </button>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}

function Line({ row }: { readonly row: AgendaEntry }) {
  const { formatMessage } = useIntl();
  const decided = useDecided(row);
  if (decided !== '') return <span className="agenda-row-line">{decided}</span>;
  // Two facts, each beside its own time.
  if (row.contactOverdue || row.dueOn !== null)
    return (
      <>
        {row.contactOverdue && (
          <span className="due" data-overdue>
            <Icon name="warning" />
            <span>{formatMessage({ id: 'meeting.contactOverdue' })}</span>
          </span>
        )}
        {row.dueOn !== null && <Due at={row.dueOn} />}
      </>
    );
  return <span className="agenda-row-line">{formatMessage({ id: `situation.stage.${row.stage}` })}</span>;
}
