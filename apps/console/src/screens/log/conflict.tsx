import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, ask } from '../../api/api.js';
import { useTerms } from '../../shared/terms.js';
import { Conflict } from '../../shared/conflict.js';
import { shownCodes, SituationCard } from '../../kit/situation-card.js';
import type { DraftContent } from './use-draft.js';

export interface DraftConflictProps {
  readonly draft: string | undefined;
  readonly mine: DraftContent;
  readonly isOpen: boolean;
  readonly onSettle: (mine: boolean) => Promise<void>;
  readonly onLater: () => void;
}

/** The same draft was written on elsewhere: both are shown, one goes on, and the person says which. */
export function DraftConflict({ draft, mine, isOpen, onSettle, onLater }: DraftConflictProps) {
  const { formatMessage } = useIntl();
  const { data: theirs } = useQuery({
    queryKey: ['draft-elsewhere', draft],
    queryFn: () => ask(() => api.GET('/api/v1/screenings/{id}', { params: { path: { id: draft ?? '' } } })),
    enabled: isOpen && draft !== undefined,
    staleTime: 0,
    gcTime: 0,
    meta: { quiet: true },
  });
  return (
    <Conflict
      isOpen={isOpen}
      onMine={() => {
        void onSettle(true);
      }}
      onLater={onLater}
      onTheirs={() => {
        void onSettle(false);
      }}
    >
      <div className="draft-versions">
        <Version title={formatMessage({ id: 'app.conflict.mine' })} content={mine} />
        {theirs !== undefined && (
          <Version title={formatMessage({ id: 'app.conflict.theirs' })} content={theirs.content} />
        )}
      </div>
    </Conflict>
  );
}

function Version({ title, content }: { readonly title: string; readonly content: DraftContent }) {
  const termOf = useTerms();
  const { summary, privateNote } = content;
  return (
    <section>
      <h3>{title}</h3>
      <SituationCard level={3} number={null} termOf={termOf} card={shownCodes(content)} summary={summary} />
      {privateNote !== undefined && <p className="text-quiet">{privateNote}</p>}
    </section>
  );
}
