import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import type { SituationView } from '../../api/moves.js';
import { FilterBadge } from '../../kit/badge.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { Write } from '../situation/write.js';
import { useTier4 } from './queries.js';

/** Filter 4: what the intervening agencies need to act, from each what it discloses itself. */
export function FullAccount({ situation: { id } }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const { data } = useTier4(id);
  if (!data) return null;
  return (
    <Panel title={formatMessage({ id: 'identifiers.full' })} actions={<FilterBadge filter={4} />}>
      <Stack>
        {data.rows.map((row) => <blockquote key={row.id} className="situation-words"><p>{row.text}</p><footer className="text-quiet text-small">{row.agency.name}</footer></blockquote>)}
        <Write situationId={id} label={formatMessage({ id: 'identifiers.full.add' })} hint={formatMessage({ id: 'identifiers.full.hint' })} button={formatMessage({ id: 'situation.add' })} limit={4000}
          send={(text, once) => ask(() => api.POST('/api/v1/situations/{id}/tier4', { params: { path: { id }, header: { 'Idempotency-Key': once['idempotency-key'] } }, body: { text } }))} />
      </Stack>
    </Panel>
  );
}
