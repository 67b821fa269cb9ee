import { useIntl } from 'react-intl';
import { findCertainIdentifiers } from '#domain/guard';
import { api, ask } from '../../api/api.js';
import type { SituationView } from '../../api/moves.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { Stack } from '../../kit/layout.js';
import { Write } from './write.js';

/** De-identified remarks for the whole table, open until the assignment. */
export function Notes({ situation: { id, stage, notes } }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  if (notes === undefined) return null;
  const canWrite = stage === 'deidentified' || stage === 'limited';
  return (
    <Panel title={formatMessage({ id: 'situation.notes' })}>
      <Stack>
        {notes.map((note) => (
          <blockquote key={note.id} className="situation-words">
            <p>{note.text}</p>
            <footer className="text-quiet text-small">
              {note.agency?.name ?? formatMessage({ id: 'situation.coordinator' })}
            </footer>
          </blockquote>
        ))}
        {canWrite && (
          <Write
            situationId={id}
            label={formatMessage({ id: 'situation.note' })}
            hint={formatMessage({ id: 'situation.note.hint' })}
            button={formatMessage({ id: 'situation.add' })}
            limit={2000}
            guard={(text) =>
              findCertainIdentifiers(text).map(({ kind, start, end }) => (
                <Notice key={start} small tone="warning">
                  {formatMessage({ id: 'log.summary.found' }, { kind, text: text.slice(start, end) })}
                </Notice>
              ))
            }
            send={(text, once) =>
              ask(() =>
                api.POST('/api/v1/situations/{id}/notes', {
                  params: { path: { id }, header: once },
                  body: { text },
                }),
              )
            }
          />
        )}
      </Stack>
    </Panel>
  );
}
