import { useId, type ReactNode } from 'react';
import { Icon } from './icons/icon.js';
import './table.css';
import { useSidewaysRegion } from './sideways.js';

interface Column<Row> {
  readonly id: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end' | undefined;
  readonly sortable?: boolean | undefined;
  /** The column that names the row; the first unless one says so. */
  readonly rowHeader?: boolean | undefined;
  /** Keeps the label for assistive technology only, such as over buttons. */
  readonly hideLabel?: boolean | undefined;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableProps<Row> {
  readonly caption: ReactNode;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How the rows are sorted by whoever gives them; the table sorts nothing itself. */
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  /** Instead of rows where there are none: an `EmptyState`. */
  readonly empty?: ReactNode;
  /**
   * Each row a block of name and value on a narrow screen, instead of scrolling sideways: for work lists, not
   * for figures.
   */
  readonly stacks?: boolean | undefined;
}

/**
 * A table of figures or records. Wider than the screen, it scrolls sideways in a region that keys can reach,
 * and only then.
 */
export function Table<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  empty,
  stacks,
}: TableProps<Row>) {
  const captionId = useId();
  const sideways = useSidewaysRegion(captionId);
  const naming = columns.find((column) => column.rowHeader) ?? columns[0];
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className="table-region" data-stacks={stacks || undefined} {...sideways}>
      <table className="table">
        <caption id={captionId} className={hideCaption ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align}
                aria-sort={sort?.column === column.id ? sort.direction : undefined}
              >
                <Heading column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column === naming ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {stacks && !column.hideLabel ? (
                      <div className="table-named">
                        <span className="table-name" aria-hidden="true">
                          {column.label}
                        </span>
                        <div>{column.cell(row)}</div>
                      </div>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps<Row> extends Pick<TableProps<Row>, 'sort' | 'onSort'> {
  readonly column: Column<Row>;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  if (!column.sortable || onSort === undefined)
    return <span className={column.hideLabel ? 'visually-hidden' : undefined}>{column.label}</span>;
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const icon = direction === undefined ? 'sortNone' : direction === 'ascending' ? 'sortUp' : 'sortDown';
  return (
    <button
      type="button"
      className="table-sort"
      onClick={() => {
        onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' });
      }}
    >
      {column.label}
      <Icon name={icon} />
    </button>
  );
}
