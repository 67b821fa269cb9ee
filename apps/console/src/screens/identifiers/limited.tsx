import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { Refused } from '../../api/api.js';
import type { SituationView } from '../../api/moves.js';
import { Button } from '../../kit/button.js';
import { Loading } from '../../kit/loading.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { identityFields, IdentityForm } from './identity-form.js';
import { OwnList } from './own-list.js';
import { useIdentities } from './queries.js';
import { useWhoWords, withoutIdentifiers } from './who.js';

type Row = Schema<'IdentityView'>;

/**
 * Filter 3: limited identifiers, heard by the agencies that the release named, and matched with one's own
 * list without leaving the browser.
 */
export function LimitedIdentifiers({
  situation,
  canWrite,
}: {
  readonly situation: SituationView;
  readonly canWrite: boolean;
}) {
  const { formatMessage } = useIntl();
  const { data, error, isPending } = useIdentities(situation);
  const [editing, setEditing] = useState<Row | 'new'>();
  const words = useWhoWords(situation);
  if (isPending) return <Loading lines={4} />;
  const rows = data?.rows ?? [];
  return (
    <>
      <Panel title={formatMessage({ id: 'identifiers.limited' })}>
        {error instanceof Refused && <ProblemNotice problem={error.problem} />}
        <Stack>
          {rows.length === 0 && (
            <p className="text-quiet">
              {formatMessage({ id: canWrite ? 'identifiers.none.own' : 'identifiers.none' })}
            </p>
          )}
          {rows.map((row) =>
            editing === row ? (
              <IdentityForm
                key={row.id}
                situation={situation}
                row={row}
                onDone={() => {
                  setEditing(undefined);
                }}
              />
            ) : (
              <Identity
                key={row.id}
                row={row}
                who={
                  (situation.persons ?? []).length > 0
                    ? words(row.personId === null ? 'subject' : { id: row.personId })
                    : undefined
                }
                onEdit={
                  canWrite
                    ? () => {
                        setEditing(row);
                      }
                    : undefined
                }
              />
            ),
          )}
          {editing === 'new' && (
            <IdentityForm
              situation={situation}
              left={withoutIdentifiers(situation, rows)}
              onDone={() => {
                setEditing(undefined);
              }}
            />
          )}
          {canWrite && editing === undefined && (
            <div>
              <Button
                icon="add"
                onPress={() => {
                  setEditing('new');
                }}
              >
                {formatMessage({ id: rows.length === 0 ? 'identifiers.add' : 'identifiers.addPerson' })}
              </Button>
            </div>
          )}
        </Stack>
      </Panel>
      {rows.length > 0 && !canWrite && <OwnList identities={rows.map(({ identity }) => identity)} />}
    </>
  );
}

function Identity({
  row: { identity, agency },
  who,
  onEdit,
}: {
  readonly row: Row;
  /** Who of the card it is, where it could be several. */
  readonly who: string | undefined;
  readonly onEdit: (() => void) | undefined;
}) {
  const { formatMessage } = useIntl();
  return (
    <div>
      {who !== undefined && <p className="text-quiet">{who}</p>}
      <dl className="identity">
        {identityFields.map(
          (field) =>
            identity[field] !== undefined && (
              <div key={field}>
                <dt>{formatMessage({ id: `identifiers.${field}` })}</dt>
                <dd>{identity[field]}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="text-quiet text-small">
        {formatMessage({ id: 'identifiers.from' }, { agency: agency.name })}
      </p>
      {onEdit !== undefined && (
        <Button size="small" variant="quiet" onPress={onEdit}>
          {formatMessage({ id: 'identifiers.correct' })}
        </Button>
      )}
    </div>
  );
}
