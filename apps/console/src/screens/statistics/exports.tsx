import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Row, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Select } from '../../kit/select.js';
import { useToast } from '../../kit/toasts.js';
import { ExportLine } from './export-line.js';
import { exportsKey, useExports, useYears } from './queries.js';
import './statistics.css';

/** Files that leave the system: asked for by one person, approved by another, each download written down. */
export function Exports({ canAsk = false }: { readonly canAsk?: boolean }) {
  const { formatMessage } = useIntl();
  const { rows: exports, problem, more } = useExports();
  return (
    <Stack gap="large">
      {canAsk && <AskFor />}
      <Panel title={formatMessage({ id: 'exports.asked' })}>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {exports === undefined ? (
          <Loading lines={3} />
        ) : exports.length === 0 ? (
          <EmptyState icon="download" title={formatMessage({ id: 'exports.none' })}>
            {formatMessage({ id: 'exports.none.next' })}
          </EmptyState>
        ) : (
          <ul className="statistics-exports">
            {exports.map((each) => (
              <ExportLine key={each.id} export={each} canFetch={canAsk} />
            ))}
          </ul>
        )}
        <MoreButton {...more} />
      </Panel>
    </Stack>
  );
}

function AskFor() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { data: years } = useYears('acrossTables');
  const shown = years?.filter(({ withheld }) => !withheld) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen ?? (shown[0] === undefined ? null : String(shown[0].year));
  const asking = useAction(
    (input: number, once) =>
      ask(() => api.POST('/api/v1/statistics/exports', { params: { header: once }, body: { year: input } })),
    {
      changes: [exportsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'exports.done' }) });
      },
    },
  );
  if (year === null) return null;
  return (
    <Panel title={formatMessage({ id: 'exports.ask' })}>
      <p>{formatMessage({ id: 'exports.ask.how' })}</p>
      <Row align="start" gap="large">
        <Select
          label={formatMessage({ id: 'exports.year' })}
          value={year}
          options={shown.map((each) => ({ value: String(each.year), label: String(each.year) }))}
          onChange={setChosen}
        />
        <Button
          variant="primary"
          icon="send"
          pending={asking.pending}
          onPress={() => {
            asking.do(Number(year));
          }}
        >
          {formatMessage({ id: 'exports.ask.go' })}
        </Button>
      </Row>
      {asking.error instanceof Refused && <ProblemNotice problem={asking.error.problem} />}
    </Panel>
  );
}
