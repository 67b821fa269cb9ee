import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import './bar-table.css';
import { useSidewaysRegion } from './sideways.js';
import { useKitWords } from './words.js';

/** A figure, or the words why there is none: never 0 and never a blank in its place. */
export type BarCell =
  | { readonly kind: 'shown'; readonly value: number }
  | { readonly kind: 'hidden'; readonly why: string }
  | { readonly kind: 'notApplicable'; readonly why?: string | undefined };

interface BarRow {
  readonly id: string;
  readonly label: ReactNode;
  /** One cell for each series. */
  readonly cells: readonly BarCell[];
}

export interface BarTableProps {
  /** What is counted, where and when, and of what: shares always say of which whole. */
  readonly caption: ReactNode;
  /** Above the labels: "Risk category". */
  readonly of: ReactNode;
  /** Above the figures: one name, or one for each series compared. */
  readonly series: readonly string[];
  readonly rows: readonly BarRow[];
  /** The longest bar; else the largest figure shown. */
  readonly max?: number | undefined;
  readonly format?: ((value: number) => string) | undefined;
  /** Below the table: rule, denominator, date. */
  readonly note?: ReactNode;
}

/**
 * A bar chart that is a table: for a screen reader, copy and paste, paper and zoom alike. Hidden figures are
 * hatched, marked `x` and say why.
 */
export function BarTable({ caption, of, series, rows, max, format, note }: BarTableProps) {
  const intl = useIntl();
  const word = useKitWords();
  const captionId = useId();
  const sideways = useSidewaysRegion(captionId);
  const longest =
    max ??
    Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => (cell.kind === 'shown' ? cell.value : 0))));
  const written = format ?? ((value: number) => intl.formatNumber(value));
  const content = (cell: BarCell): ReactNode => {
    switch (cell.kind) {
      case 'shown':
        return (
          <>
            <span className="bar-figure">{written(cell.value)}</span>
            <span className="bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(100, (100 * cell.value) / longest)}%` }} />
            </span>
          </>
        );
      case 'hidden':
        return (
          <>
            <span className="bar-figure">x</span>
            <span className="bar-why" data-kind="hidden">
              {word('kit.bar.hiddenWhy', { why: cell.why })}
            </span>
          </>
        );
      case 'notApplicable':
        return (
          <>
            <span className="bar-figure" aria-hidden="true">
              –
            </span>
            <span className="bar-why">
              {cell.why === undefined
                ? word('kit.bar.notApplicable')
                : word('kit.bar.notApplicableWhy', { why: cell.why })}
            </span>
          </>
        );
      default:
        return cell satisfies never;
    }
  };
  return (
    <figure className="bar-table" data-series={series.length}>
      <div className="table-region" {...sideways}>
        <table className="table">
          <caption id={captionId}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {series.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, place) => (
                  <td key={series[place]} data-series={place}>
                    <div className="bar-cell">{content(cell)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== undefined && <figcaption className="text-small text-quiet">{note}</figcaption>}
    </figure>
  );
}
