import { useId, type CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { useSidewaysRegion } from '../../kit/sideways.js';
import type { FigureTable } from './queries.js';
import { useCellOf, useLines } from './rows.js';
import type { Dimension } from './search.js';
import './statistics.css';

export interface CrossProps {
  readonly by: Dimension;
  readonly and: Dimension;
  readonly table: FigureTable;
}

/**
 * Two dimensions: lines against columns. The tint repeats the figure for the eye; what is hidden is hatched
 * and says so.
 */
export function Cross({ by, and, table }: CrossProps) {
  const { formatMessage, formatNumber } = useIntl();
  const linesOf = useLines();
  const cellOf = useCellOf();
  const captionId = useId();
  const sideways = useSidewaysRegion(captionId);
  const columns = linesOf(and, table, 'and');
  const largest = Math.max(1, ...table.cells.map(({ records }) => records));
  const both = `${formatMessage({ id: `statistics.by.${by}` })} × ${formatMessage({ id: `statistics.by.${and}` })}`;
  return (
    <figure className="statistics-cross">
      <div className="table-region" {...sideways}>
        <table className="table">
          <caption id={captionId}>
            {formatMessage({ id: 'statistics.caption' }, { what: both, years: String(table.year) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{formatMessage({ id: `statistics.by.${by}` })}</th>
              {columns.map(({ code, label }) => (
                <th key={code ?? '-'} scope="col" data-align="end">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(by, table).map((line) => (
              <tr key={line.code ?? '-'}>
                <th scope="row">{line.label}</th>
                {columns.map((column) => {
                  const cell = cellOf(table, line.code, column.code);
                  return cell.kind === 'shown' ? (
                    <td key={column.code ?? '-'} data-align="end">
                      <span
                        className="statistics-tint"
                        style={{ '--share': cell.value / largest } as CSSProperties}
                      >
                        {formatNumber(cell.value)}
                      </span>
                    </td>
                  ) : (
                    <td key={column.code ?? '-'} data-align="end">
                      <span className="statistics-hatch">
                        <span aria-hidden="true">x</span>
                        <span className="visually-hidden">
                          {formatMessage({ id: 'kit.bar.hiddenWhy' }, { why: cell.why ?? '' })}
                        </span>
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="text-small text-quiet">
        <span className="statistics-hatch" aria-hidden="true">
          x
        </span>{' '}
        {formatMessage({ id: 'statistics.hatch' }, { threshold: table.threshold })}{' '}
        {formatMessage(
          { id: 'statistics.whole' },
          {
            year: String(table.year),
            total: table.total,
            remainder: table.remainder,
            none: table.remainder === 0 ? 'yes' : 'no',
          },
        )}
      </figcaption>
    </figure>
  );
}
