import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { HeldAction } from '../../kit/held-action.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { ExportFile } from './export-file.js';
import { exportsKey, type ExportView } from './queries.js';

/** One export: who asked, whether somebody else has approved it, and what can be done with it now. */
export function ExportLine({
  export: asked,
  canFetch,
}: {
  readonly export: ExportView;
  readonly canFetch: boolean;
}) {
  const { formatMessage, formatDate } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const approving = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/statistics/exports/{id}/approve', {
          params: { path: { id: asked.id }, header: once },
        }),
      ),
    { changes: [exportsKey] },
  );
  const day = (at: string): string => formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  const isApproved = asked.approvedAt !== null;
  return (
    <li className="statistics-export">
      <div className="statistics-export-line">
        <div className="statistics-export-words">
          <strong>{formatMessage({ id: 'exports.of' }, { year: String(asked.year) })}</strong>{' '}
          {isApproved ? (
            <Badge tone="success" icon="check">
              {formatMessage({ id: 'exports.approved' })}
            </Badge>
          ) : (
            <Badge tone="warning" icon="clock">
              {formatMessage({ id: 'exports.waits' })}
            </Badge>
          )}
          <p className="text-small text-quiet">
            {formatMessage(
              { id: asked.own ? 'exports.byYou' : 'exports.byOther' },
              { day: day(asked.askedAt) },
            )}
            {(isApproved || asked.own) && ' · '}
            {asked.approvedAt !== null &&
              formatMessage(
                { id: 'exports.approvedBy' },
                { day: day(asked.approvedAt), persona: asked.approvedAs ?? '' },
              )}
            {!isApproved && asked.own && formatMessage({ id: 'exports.another' })}
          </p>
        </div>
        {!isApproved && !asked.own && (
          <HeldAction
            icon="check"
            effect={formatMessage({ id: 'exports.approve.effect' })}
            pending={approving.pending}
            onSend={() => {
              approving.do(null);
            }}
          >
            {formatMessage({ id: 'exports.approve' })}
          </HeldAction>
        )}
        {isApproved && canFetch && (
          <Button
            icon="eye"
            pressed={isOpen}
            label={formatMessage({ id: 'exports.open.of' }, { year: String(asked.year) })}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            {formatMessage({ id: 'exports.open' })}
          </Button>
        )}
      </div>
      {approving.error instanceof Refused && <ProblemNotice problem={approving.error.problem} />}
      {isOpen && <ExportFile id={asked.id} year={asked.year} />}
    </li>
  );
}
