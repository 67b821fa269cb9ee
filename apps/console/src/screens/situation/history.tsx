import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { answered, api, orNothing } from '../../api/api.js';
import { situationKey, type SituationView } from '../../api/moves.js';
import { usePages } from '../../api/use-pages.js';
import { useSeat } from '../../api/me.js';
import { Disclosure } from '../../kit/disclosure.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { Timeline } from '../../kit/timeline.js';

/** What happened when, and, to whom the situation belongs, who saw what of it. */
export function History({ situation: { id } }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const [isOpen, setOpen] = useState(false);
  const params = { params: { path: { id } } };
  const { data: timeline } = useQuery({
    queryKey: [...situationKey(id), 'timeline'],
    queryFn: () => orNothing(answered(api.GET('/api/v1/situations/{id}/timeline', params))),
  });
  const {
    rows: saw,
    problem,
    more,
  } = usePages<Schema<'SawEntry'>>(
    [...situationKey(id), 'who-saw'],
    (after) =>
      answered(
        api.GET('/api/v1/situations/{id}/who-saw', {
          params: { path: { id }, query: { limit: 50, ...after } },
        }),
      ),
    isOpen && seat?.persona === 'rep',
  );
  return (
    <Panel title={formatMessage({ id: 'situation.history' })}>
      <Timeline
        label={formatMessage({ id: 'situation.history' })}
        entries={(timeline?.rows ?? []).map(({ at, move }, place) => ({
          id: `${place}`,
          at,
          title: formatMessage({ id: `situation.step.${move}` }),
        }))}
      />
      {seat?.persona === 'rep' && (
        <Disclosure title={formatMessage({ id: 'situation.saw' })} isOpen={isOpen} onToggle={setOpen}>
          {problem !== undefined ? (
            <p className="text-quiet">{formatMessage({ id: 'situation.saw.none' })}</p>
          ) : (
            <ul className="situation-saw">
              {(saw ?? []).map((row, place) => (
                <li key={place}>
                  {formatMessage(
                    { id: 'situation.saw.line' },
                    {
                      at: new Date(row.at),
                      who: row.who ?? row.persona ?? '',
                      agency: row.agency ?? '',
                      what: formatMessage(
                        { id: row.outcome === 'allow' ? 'situation.saw.fields' : 'situation.saw.refused' },
                        { fields: row.fields.join(', ') },
                      ),
                    },
                  )}
                </li>
              ))}
            </ul>
          )}
          <MoreButton {...more} />
        </Disclosure>
      )}
    </Panel>
  );
}
