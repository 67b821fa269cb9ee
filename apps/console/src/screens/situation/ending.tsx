import { useIntl } from 'react-intl';
import { useFormatDay } from '../../kit/days.js';
import type { SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Panel } from '../../kit/panel.js';

/** How it ended, and when what is left of it will be sealed and erased. */
export function Ending({
  situation: { conclusion, conclusionProposal, exit },
}: {
  readonly situation: SituationView;
}) {
  const { formatMessage } = useIntl();
  const day = useFormatDay();
  const termOf = useTerms();
  if (conclusion !== undefined) {
    return (
      <Panel title={formatMessage({ id: 'situation.conclusion' })}>
        <p>
          <strong>{termOf('conclusionReason', conclusion.reason)}</strong>
        </p>
        {conclusion.told !== null && <p>{termOf('told', conclusion.told)}</p>}
        <p>
          {formatMessage(
            { id: 'situation.sealed' },
            {
              concluded: day(conclusion.concludedOn),
              seal: day(conclusion.sealAfter),
              erase: day(conclusion.destroyAfter),
            },
          )}
        </p>
      </Panel>
    );
  }
  if (exit !== undefined) {
    return (
      <Panel title={formatMessage({ id: `situation.exit.${exit.kind}` })}>
        {exit.reason !== null && (
          <p>
            {termOf(
              { rejected: 'rejectionReason', returned: 'returnReason', withdrawn: 'withdrawalReason' }[
                exit.kind
              ],
              exit.reason,
            )}
          </p>
        )}
      </Panel>
    );
  }
  if (conclusionProposal === undefined) return null;
  return (
    <Panel title={formatMessage({ id: 'situation.proposed' })}>
      <p>{termOf('conclusionReason', conclusionProposal.reason)}</p>
    </Panel>
  );
}
