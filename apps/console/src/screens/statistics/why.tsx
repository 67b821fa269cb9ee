import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LinkButton } from '../../kit/link-button.js';
import { Row } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import type { FigureTable } from './queries.js';
import { dimensions, type Dimension } from './search.js';

const Go = createLink(LinkButton);

export interface WhyProps {
  readonly table: FigureTable;
  readonly by: Dimension;
  readonly and?: Dimension | undefined;
  /** Whether other dimensions can be looked at. */
  readonly canWiden: boolean;
}

/** What protects people here, in words, and what would show more. */
export function Why({ table, by, and, canWiden }: WhyProps) {
  const { formatMessage } = useIntl();
  const name = (dimension: Dimension): string =>
    formatMessage({ id: `statistics.by.${dimension}` }).toLocaleLowerCase();
  return (
    <Panel title={formatMessage({ id: 'statistics.why' })}>
      <p>{formatMessage({ id: 'statistics.why.rule' }, { threshold: table.threshold })}</p>
      <p>{formatMessage({ id: 'statistics.why.same' })}</p>
      {canWiden && (
        <>
          <p>{formatMessage({ id: 'statistics.why.widen' })}</p>
          <Row>
            {and !== undefined &&
              [by, and].map((each) => (
                <Go key={each} size="small" to="/statistics" search={{ year: table.year, by: each }}>
                  {formatMessage({ id: 'statistics.why.only' }, { what: name(each) })}
                </Go>
              ))}
            {and === undefined &&
              dimensions
                .filter((each) => each !== by)
                .map((each) => (
                  <Go key={each} size="small" to="/statistics" search={{ year: table.year, by: each }}>
                    {formatMessage({ id: 'statistics.why.instead' }, { what: name(each) })}
                  </Go>
                ))}
          </Row>
        </>
      )}
    </Panel>
  );
}
