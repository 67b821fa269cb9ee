import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { SituationView } from '../../api/moves.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { Write, type WriteProps } from '../situation/write.js';
import { useWords, type Words } from './queries.js';

export interface SharedWordsProps {
  readonly situation: SituationView;
  readonly kind: Words;
  readonly title: string;
  readonly marks?: ReactNode;
  /** How one more is sent; without it they are only read here. */
  readonly send?: WriteProps['send'] | undefined;
}

/** One kind of text of the intervening agencies, and a field for one more; nobody else has this panel at all. */
export function SharedWords({ situation, kind, title, marks, send }: SharedWordsProps) {
  const { formatMessage } = useIntl();
  const { data } = useWords(situation, kind);
  if (!data || (send === undefined && data.rows.length === 0)) return null;
  return (
    <Panel title={title} actions={marks}>
      <Stack>
        {data.rows.map((row) => <blockquote key={row.id} className="situation-words"><p>{row.text}</p><footer className="text-quiet text-small">{row.agency.name}</footer></blockquote>)}
        {send !== undefined && (
          <Write situationId={situation.id} label={formatMessage({ id: `identifiers.${kind}.add` })} hint={formatMessage({ id: `identifiers.${kind}.hint` })} button={formatMessage({ id: 'situation.add' })} limit={4000} send={send} />
        )}
      </Stack>
    </Panel>
  );
}
