import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import { useTerms } from '../../api/terms.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Stack } from '../../kit/layout.js';
import { SituationCard } from '../../kit/situation-card.js';
import type { DraftContent } from './use-draft.js';

export interface DraftConflictProps {
  readonly draft: string | undefined;
  readonly mine: DraftContent;
  readonly isOpen: boolean;
  readonly onSettle: (mine: boolean) => Promise<void>;
}

/** The same draft was written on elsewhere: both are shown, one goes on, and the person says which. */
export function DraftConflict({ draft, mine, isOpen, onSettle }: DraftConflictProps) {
  const { formatMessage } = useIntl();
  const { data: theirs } = useQuery({
    queryKey: ['draft-elsewhere', draft],
    queryFn: () => ask(() => api.GET('/api/v1/screenings/{id}', { params: { path: { id: draft ?? '' } } })),
    enabled: isOpen && draft !== undefined, staleTime: 0, gcTime: 0, meta: { quiet: true },
  });
  return (
    <Dialog title={formatMessage({ id: 'log.conflict' })} isOpen={isOpen} stays size="wide" onClose={() => { void onSettle(true); }} actions={(
      <>
        <Button variant="primary" onPress={() => { void onSettle(true); }}>{formatMessage({ id: 'log.conflict.useMine' })}</Button>
        <Button onPress={() => { void onSettle(false); }}>{formatMessage({ id: 'log.conflict.useTheirs' })}</Button>
      </>
    )}>
      <Stack>
        <p>{formatMessage({ id: 'log.conflict.lead' })}</p>
        <div className="draft-versions">
          <Version title={formatMessage({ id: 'log.conflict.mine' })} content={mine} />
          {theirs !== undefined && <Version title={formatMessage({ id: 'log.conflict.theirs' })} content={theirs.content} />}
        </div>
      </Stack>
    </Dialog>
  );
}

function Version({ title, content }: { readonly title: string; readonly content: DraftContent }) {
  const termOf = useTerms();
  const { type, ageBand = null, sex = null, riskFactors, studyFlags = [], protectiveFactors = [], sectors = [], summary, privateNote } = content;
  return (
    <section>
      <h3>{title}</h3>
      <SituationCard level={3} number={null} termOf={termOf} card={{ type, ageBand, sex, riskFactors, studyFlags, protectiveFactors, sectors }} summary={summary} />
      {privateNote !== undefined && <p className="text-quiet">{privateNote}</p>}
    </section>
  );
}
