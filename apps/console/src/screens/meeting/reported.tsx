import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { AgendaEntry } from '../../api/meetings.js';
import type { SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Button } from '../../kit/button.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { Timeline } from '../../kit/timeline.js';
import { useKeys } from './use-keys.js';

export interface ReportedProps {
  readonly situation: SituationView;
  readonly entry: AgendaEntry | undefined;
  readonly hasKeys: boolean;
  readonly onNote: (noted: AgendaEntry['noted']) => void;
}

const latest = 4;

/** What the agencies reported since, and that they reported aloud: one key. */
export function Reported({ situation: { stage, reportBacks = [] }, entry, hasKeys, onNote }: ReportedProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const [isWhole, setWhole] = useState(false);
  const isIntervening = (stage === 'planning' || stage === 'intervention') && entry !== undefined;
  const isNoted = entry?.noted === 'reported';
  const note = (): void => {
    onNote(isNoted ? null : 'reported');
  };
  useKeys({ ...(isIntervening && { R: note }) }, hasKeys);
  if (!isIntervening) return null;
  return (
    <Panel tone="accent" title={formatMessage({ id: 'situation.reports' })}>
      {reportBacks.length > 0 && (
        <Timeline
          label={formatMessage({ id: 'situation.reports' })}
          entries={(isWhole ? reportBacks : reportBacks.slice(-latest)).map((each) => ({
            id: each.id,
            at: each.reportedAt,
            title: `${each.agency.name} – ${termOf('reportBack', each.status)}`,
          }))}
        />
      )}
      <MoreButton
        hasMore={!isWhole && reportBacks.length > latest}
        shown={latest}
        total={reportBacks.length}
        onMore={() => {
          setWhole(true);
        }}
      />
      <div>
        <Button
          size="large"
          variant={isNoted ? 'secondary' : 'primary'}
          keyHint="R"
          pressed={isNoted}
          onPress={note}
        >
          {formatMessage({ id: 'meeting.reported' })}
        </Button>
      </div>
    </Panel>
  );
}
