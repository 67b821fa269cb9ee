import { useState } from 'react';
import { useIntl } from 'react-intl';
import { isIntervening, type SituationView } from '../../api/moves.js';
import { useSeat } from '../../api/me.js';
import { useTerms } from '../../shared/terms.js';
import { Button } from '../../kit/button.js';
import { Panel } from '../../kit/panel.js';
import { Timeline } from '../../kit/timeline.js';
import { ReportBack } from '../agency/report-back.js';
import { Services } from './services.js';

/** What the agencies reported back, as the status that the table sees. */
export function Reports({ situation }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const seat = useSeat();
  const [isReporting, setReporting] = useState(false);
  const { id, reportBacks = [] } = situation;
  const canReport = seat?.persona === 'rep' && isIntervening(situation, seat.agency?.id);
  if (reportBacks.length === 0 && !canReport) return null;
  return (
    <Panel
      title={formatMessage({ id: 'situation.reports' })}
      actions={
        canReport && (
          <Button
            size="small"
            pressed={isReporting}
            onPress={() => {
              setReporting(!isReporting);
            }}
          >
            {formatMessage({ id: 'situation.report' })}
          </Button>
        )
      }
    >
      {isReporting && (
        <ReportBack
          situationId={id}
          onDone={() => {
            setReporting(false);
          }}
        />
      )}
      <Timeline
        label={formatMessage({ id: 'situation.reports' })}
        entries={reportBacks.map((each) => ({
          id: each.id,
          at: each.reportedAt,
          title: `${each.agency.name}: ${termOf('reportBack', each.status)}`,
        }))}
      />
      <Services situation={situation} canWrite={canReport} />
    </Panel>
  );
}
