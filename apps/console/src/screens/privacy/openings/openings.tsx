import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useOpenings } from '../queries.js';
import { AskOpening } from './ask-opening.js';
import { OpeningLine } from './opening-line.js';
import { Package } from './package.js';

/**
 * Opening what is concluded, by two people: one officer asks, a second person approves, the asker reads what
 * the own agency wrote, for half an hour.
 */
export function Openings() {
  const { formatMessage } = useIntl();
  const { rows, problem, more, again } = useOpenings();
  const [readId, setReadId] = useState<string>();
  const read = rows?.find(({ id, readable }) => id === readId && readable);
  return (
    <Stack gap="large">
      <Panel title={formatMessage({ id: 'openings.title' })}>
        <p>{formatMessage({ id: 'openings.lead' })}</p>
        <AskOpening />
      </Panel>
      <Panel
        title={formatMessage({ id: 'openings.asked' })}
        actions={
          <Button
            size="small"
            variant="quiet"
            icon="refresh"
            pending={again.pending}
            onPress={() => {
              again.ask();
            }}
          >
            {formatMessage({ id: 'openings.again' })}
          </Button>
        }
      >
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {rows === undefined ? (
          problem === undefined && <Loading lines={2} />
        ) : rows.length === 0 ? (
          <EmptyState icon="lock" title={formatMessage({ id: 'openings.none' })} />
        ) : (
          <ul className="office-list">
            {rows.map((row) => (
              <OpeningLine
                key={row.id}
                row={row}
                isRead={row.id === read?.id}
                onRead={() => {
                  setReadId(row.id === read?.id ? undefined : row.id);
                }}
              />
            ))}
          </ul>
        )}
        <MoreButton {...more} />
      </Panel>
      {read !== undefined && (
        <Package
          opening={read}
          onClose={() => {
            setReadId(undefined);
          }}
        />
      )}
    </Stack>
  );
}
