import { useIntl } from 'react-intl';
import { atLeast } from '../../../api/use-pages.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { OpeningLine } from '../../privacy/openings/opening-line.js';
import { useOpenings } from '../../privacy/queries.js';

/**
 * What a privacy officer asks to open although it is concluded; a coordinator may be the second person. Not
 * there while nothing waits.
 */
export function WaitingOpenings() {
  const { formatMessage } = useIntl();
  const { rows: all = [], more } = useOpenings();
  const rows = all.filter(({ waits, mine }) => waits && !mine);
  if (rows.length === 0 && !more.hasMore) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.openings' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((row) => (
          <OpeningLine key={row.id} row={row} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}
