import { useIntl } from 'react-intl';
import { BarTable } from '../../kit/bar-table.js';
import type { FigureTable } from './queries.js';
import { useCellOf, useLines } from './rows.js';
import type { Dimension } from './search.js';

export interface BarsProps {
  readonly by: Dimension;
  /** One table, or two years of the same one beside each other. */
  readonly tables: readonly FigureTable[];
}

/**
 * One dimension as bars in a table, with what stands in no line as a line of its own, so that nothing is lost
 * unsaid.
 */
export function Bars({ by, tables }: BarsProps) {
  const { formatMessage } = useIntl();
  const linesOf = useLines();
  const cellOf = useCellOf();
  const lines = new Map(tables.flatMap((table) => linesOf(by, table)).map((line) => [line.code, line]));
  const said = tables.map(({ year, total, remainder }) =>
    formatMessage(
      { id: 'statistics.whole' },
      {
        year: String(year),
        total,
        remainder,
        none: remainder === 0 ? 'yes' : 'no',
      },
    ),
  );
  return (
    <BarTable
      caption={formatMessage(
        { id: 'statistics.caption' },
        {
          what: formatMessage({ id: `statistics.by.${by}` }),
          years: tables.map(({ year }) => year).join(' – '),
        },
      )}
      of={formatMessage({ id: `statistics.by.${by}` })}
      series={tables.map(({ year }) =>
        formatMessage({ id: 'statistics.discussions' }, { year: String(year) }),
      )}
      rows={[...lines.values()].map(({ code, label }) => ({
        id: code ?? '-',
        label,
        cells: tables.map((table) => cellOf(table, code)),
      }))}
      note={said.join(' ')}
    />
  );
}
