import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';
import { atLeast, usePages } from '../../api/use-pages.js';
import { LinkButton } from '../../kit/link-button.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';

const Go = createLink(LinkButton);

/** The agency's own drafts, the latest changed first: that they are there, and nothing of what is in them. */
export function Drafts() {
  const { formatMessage, formatDate, formatTime } = useIntl();
  const { rows = [], more } = usePages<Schema<'ScreeningHeader'>>(['drafts'], (after) =>
    ask(() => api.GET('/api/v1/screenings', { params: { query: { limit: 50, ...after } } })),
  );
  if (rows.length === 0) return null;
  return (
    <Panel title={formatMessage({ id: 'agency.drafts' }, { count: atLeast(rows.length, more.hasMore) })}>
      <ul className="task-list">
        {rows.map(({ id, updatedAt }) => (
          <li key={id} className="task-line">
            <span className="task-words">
              {formatMessage(
                { id: 'agency.draft' },
                {
                  day: formatDate(updatedAt, { day: 'numeric', month: 'long' }),
                  time: formatTime(updatedAt),
                },
              )}
            </span>
            <Go to="/situations/new" search={{ draft: id }} size="small">
              {formatMessage({ id: 'agency.finish' })}
            </Go>
          </li>
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}
