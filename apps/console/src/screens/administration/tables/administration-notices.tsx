import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask } from '../../../api/api.js';
import { usePages } from '../../../api/use-pages.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';

type Act = Schema<'TableActResponse'>;

/** What administration did at this seat's tables: who was placed, seated, enabled or reset, and by whom. */
export function AdministrationNotices() {
  const { formatMessage, formatDate } = useIntl();
  const { rows, problem, more } = usePages<Act>(['administration', 'table-acts'], (after) =>
    ask(() => api.GET('/api/v1/table-acts', { params: { query: { limit: 20, ...after } } })),
  );
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (rows === undefined) return <Loading lines={4} />;
  if (rows.length === 0) return <EmptyState title={formatMessage({ id: 'office.told.none' })} />;
  return (
    <>
      <ul className="office-list">
        {rows.map((act) => (
          <li key={act.id} className="office-line">
            <div className="office-words">
              <span>
                {formatMessage(
                  { id: `office.told.${act.what}` },
                  {
                    who: act.subjectName ?? '–',
                    agency: act.agencyName ?? '–',
                    what:
                      act.persona === null
                        ? '–'
                        : formatMessage({ id: 'app.seat' }, { persona: act.persona }),
                  },
                )}
              </span>
              <p className="text-small text-quiet">
                {formatMessage(
                  { id: 'office.told.by' },
                  {
                    table: act.tableName,
                    at: formatDate(act.at, { dateStyle: 'long', timeStyle: 'short' }),
                    by: act.byName ?? formatMessage({ id: 'office.told.server' }),
                  },
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <MoreButton {...more} />
    </>
  );
}
