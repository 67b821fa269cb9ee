import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import type { SituationView } from '../../api/moves.js';
import { Button } from '../../kit/button.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { Write, type WriteProps } from '../situation/write.js';
import { useWords, type Words } from './queries.js';
import { Rewrite, type Rewritten } from './rewrite.js';

export interface SharedWordsProps {
  readonly situation: SituationView;
  readonly kind: Words;
  readonly title: string;
  readonly marks?: ReactNode;
  /** How one more is sent; without it they are only read here. */
  readonly send?: WriteProps['send'] | undefined;
  /** Whether this viewer may correct a text; without it nobody may. */
  readonly rewrites?: {
    readonly kind: Rewritten;
    readonly mayRewrite: (row: Schema<'WordsView'>) => boolean;
  };
}

/** One kind of text of the intervening agencies, and a field for one more; nobody else has this panel at all. */
export function SharedWords({ situation, kind, title, marks, send, rewrites }: SharedWordsProps) {
  const { formatMessage } = useIntl();
  const { data } = useWords(situation, kind);
  if (!data || (send === undefined && data.rows.length === 0)) return null;
  return (
    <Panel title={title} actions={marks}>
      <Stack>
        {data.rows.map((row) => (
          <Text
            key={row.id}
            situationId={situation.id}
            row={row}
            rewrites={rewrites?.mayRewrite(row) === true ? rewrites.kind : undefined}
          />
        ))}
        {send !== undefined && (
          <Write
            situationId={situation.id}
            label={formatMessage({ id: `identifiers.${kind}.add` })}
            hint={formatMessage({ id: `identifiers.${kind}.hint` })}
            button={formatMessage({ id: 'situation.add' })}
            limit={4000}
            send={send}
          />
        )}
      </Stack>
    </Panel>
  );
}

function Text({
  situationId,
  row,
  rewrites,
}: {
  readonly situationId: string;
  readonly row: Schema<'WordsView'>;
  readonly rewrites: Rewritten | undefined;
}) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (isOpen && rewrites !== undefined)
    return (
      <Rewrite
        situationId={situationId}
        kind={rewrites}
        row={row}
        onDone={() => {
          setOpen(false);
        }}
      />
    );
  return (
    <div>
      <blockquote className="situation-words">
        <p>{row.text}</p>
        <footer className="text-quiet text-small">{row.agency.name}</footer>
      </blockquote>
      {rewrites !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon="edit"
          onPress={() => {
            setOpen(true);
          }}
        >
          {formatMessage({ id: 'identifiers.correct' })}
        </Button>
      )}
    </div>
  );
}
