import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import type { SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { Stack } from '../../kit/layout.js';
import { Panel } from '../../kit/panel.js';
import { useWords } from './words.js';
import { Write } from './write.js';

/** The plan of the intervening agencies and what visitors must know; nobody else has this panel at all. */
export function Plan({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { id, stage } = situation;
  const isOpen = stage === 'planning' || stage === 'intervention';
  const isRep = seat?.persona === 'rep' && isOpen;
  const { data: plan } = useWords('plan', id, isRep);
  const { data: safety } = useWords('safetyNotes', id, isRep);
  if (!isRep || (!plan && !safety)) return null;
  return (
    <>
      {safety && (
        <Panel title={formatMessage({ id: 'situation.safety' })}>
          <Stack>
            {safety.rows.map((row) => <blockquote key={row.id} className="situation-words"><p>{row.text}</p><footer className="text-quiet text-small">{row.agency.name}</footer></blockquote>)}
            <Write situationId={id} label={formatMessage({ id: 'situation.safety.add' })} hint={formatMessage({ id: 'situation.safety.hint' })} button={formatMessage({ id: 'situation.add' })} limit={4000}
              send={(text, once) => ask(() => api.POST('/api/v1/situations/{id}/safety-notes', { params: { path: { id }, header: { 'Idempotency-Key': once['idempotency-key'] } }, body: { text } }))} />
          </Stack>
        </Panel>
      )}
      {plan && (
        <Panel title={formatMessage({ id: 'situation.plan' })}>
          <Stack>
            {plan.rows.map((row) => <blockquote key={row.id} className="situation-words"><p>{row.text}</p><footer className="text-quiet text-small">{row.agency.name}</footer></blockquote>)}
            <Write situationId={id} label={formatMessage({ id: 'situation.plan.add' })} hint={formatMessage({ id: 'situation.plan.hint' })} button={formatMessage({ id: 'situation.add' })} limit={4000}
              send={(text, once) => ask(() => api.POST('/api/v1/situations/{id}/plan', { params: { path: { id }, header: { 'Idempotency-Key': once['idempotency-key'] } }, body: { text } }))} />
          </Stack>
        </Panel>
      )}
    </>
  );
}
