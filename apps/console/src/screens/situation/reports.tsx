import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { useTerms } from '../../api/terms.js';
import { Button } from '../../kit/button.js';
import { Panel } from '../../kit/panel.js';
import { Timeline } from '../../kit/timeline.js';
import { ReportBack } from '../agency/report-back.js';
import { Services } from './services.js';
import { useWords } from './words.js';

/** What the agencies reported back: the status for the table, the line of text for who intervenes. */
export function Reports({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const seat = useSeat();
  const [isReporting, setReporting] = useState(false);
  const { id, stage, reportBacks = [], assignments = [] } = situation;
  const isIntervening = seat?.persona === 'rep' && (stage === 'planning' || stage === 'intervention')
    && assignments.some(({ agency, state }) => agency.id === seat.agency?.id && state === 'accepted');
  const { data: details } = useWords('reportDetails', id, isIntervening);
  if (reportBacks.length === 0 && !isIntervening) return null;
  return (
    <Panel title={formatMessage({ id: 'situation.reports' })} actions={isIntervening && <Button size="small" pressed={isReporting} onPress={() => { setReporting(!isReporting); }}>{formatMessage({ id: 'situation.report' })}</Button>}>
      {isReporting && <ReportBack situationId={id} onDone={() => { setReporting(false); }} />}
      <Timeline label={formatMessage({ id: 'situation.reports' })} entries={reportBacks.map((each) => ({ id: each.id, at: each.reportedAt, title: `${each.agency.name}: ${termOf('reportBack', each.status)}` }))} />
      {(details?.rows ?? []).map((row) => <blockquote key={row.id} className="situation-words"><p>{row.text}</p><footer className="text-quiet text-small">{row.agency.name}</footer></blockquote>)}
      <Services situation={situation} canWrite={isIntervening} />
    </Panel>
  );
}
