import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, ifMatch } from '../../api/api.js';
import { situationKey } from '../../api/moves.js';
import { useEdit } from '../../api/use-edit.js';
import { Conflict } from '../../shared/conflict.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextArea } from '../../kit/text-area.js';

/** The shared texts that can be corrected: the plan by the lead, an account by the agency that wrote it. */
export type Rewritten = 'plan' | 'tier4';

export interface RewriteProps {
  readonly situationId: string;
  readonly kind: Rewritten;
  readonly row: Schema<'WordsView'>;
  readonly onDone: () => void;
}

/** A shared text written again, from the version that was on the page. */
export function Rewrite({ situationId, kind, row, onDone }: RewriteProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState(row.text);
  // As it was when writing began.
  const [before, setBefore] = useState(row.text);
  const label = formatMessage({ id: `identifiers.${kind}` });
  const path = { id: situationId, row: row.id };
  const edit = useEdit<string, string, unknown>({
    tag: String(row.version),
    read: async () => {
      const { rows } = await ask(() =>
        api.GET(`/api/v1/situations/{id}/${kind}`, { params: { path: { id: situationId } } }),
      );
      const now = rows.find(({ id }) => id === row.id);
      return { data: now?.text ?? '', tag: String(now?.version ?? 0) };
    },
    save: (given, tag) =>
      ask(() =>
        api.PUT(`/api/v1/situations/{id}/${kind}/{row}`, {
          params: { path, header: ifMatch(Number(tag)) },
          body: { text: given },
        }),
      ),
    changes: [situationKey(situationId)],
    isUntouched: (now) => now === before,
    isSaved: (now, sent) => now === sent,
    onTheirs: (now) => {
      setBefore(now);
      setText(now);
    },
    onDone,
  });
  const { overtaken } = edit;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') edit.do(text);
      }}
    >
      <Stack gap="small">
        {edit.problem !== undefined && <ProblemNotice problem={edit.problem} />}
        <TextArea label={label} limit={4000} rows={4} value={text} onChange={setText} />
        <ButtonRow>
          <Button variant="primary" type="submit" pending={edit.pending}>
            {formatMessage({ id: 'identifiers.save' })}
          </Button>
          <Button variant="quiet" onPress={onDone}>
            {formatMessage({ id: 'situation.cancel' })}
          </Button>
        </ButtonRow>
      </Stack>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
          onLater={edit.settleLater}
          keepsTheirs
          fields={[{ label, mine: overtaken.mine, theirs: overtaken.theirs }]}
        />
      )}
    </form>
  );
}
