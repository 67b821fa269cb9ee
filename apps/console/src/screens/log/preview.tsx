import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import { useTerms } from '../../shared/terms.js';
import { Panel } from '../../kit/panel.js';
import { shownCodes, SituationCard } from '../../kit/situation-card.js';
import type { DraftContent } from './use-draft.js';

/** What the table will see, by the server's own policy; before the first save there is only the empty card. */
export function Preview({
  draft,
  content,
}: {
  readonly draft: string | undefined;
  readonly content: DraftContent;
}) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const { data } = useQuery({
    queryKey: ['preview', draft],
    queryFn: () =>
      ask(() => api.GET('/api/v1/screenings/{id}/preview', { params: { path: { id: draft ?? '' } } })),
    enabled: draft !== undefined,
    meta: { quiet: true },
  });
  const card = data?.card ?? { type: content.type };
  const { persons = [], summary } = data?.card ?? {};
  return (
    <Panel title={formatMessage({ id: 'log.preview' })} tone="accent">
      <p className="text-small text-quiet">{formatMessage({ id: 'log.preview.lead' })}</p>
      <SituationCard
        level={3}
        number={null}
        termOf={termOf}
        card={shownCodes(card)}
        summary={summary}
        persons={persons.map((person) => ({
          ageBand: person.ageBand ?? null,
          sex: person.sex ?? null,
          riskFactors: person.riskFactors ?? [],
        }))}
      />
    </Panel>
  );
}
