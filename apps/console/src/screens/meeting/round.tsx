import { useIntl } from 'react-intl';
import type { MoveInput, SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { Panel } from '../../kit/panel.js';
import { useRanked } from './ranked.js';
import { useKeys } from './use-keys.js';

export interface RoundProps {
  readonly situation: SituationView;
  readonly hasKeys: boolean;
  readonly pending: boolean;
  readonly onMake: (input: MoveInput) => void;
}

const tones = {
  involved: 'success',
  shouldBeInvolved: 'info',
  notInvolved: 'neutral',
  noAnswer: 'neutral',
} as const;

/**
 * The answers at filter 3 as they come in from the representatives' devices, and the end of the round.
 * Silence is no answer.
 */
export function Round({ situation, hasKeys, pending, onMake }: RoundProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const agencies = useRanked(situation);
  const canClose = situation.offered.includes('closeRound');
  const close = (): void => {
    onMake({ move: 'close-round' });
  };
  useKeys({ ...(canClose && !pending && { C: close }) }, hasKeys);
  const given = agencies.filter(({ answer }) => answer !== undefined).length;
  return (
    <Panel
      title={formatMessage({ id: 'meeting.round' })}
      actions={
        <span className="number" role="status">
          {formatMessage({ id: 'meeting.round.count' }, { given, all: agencies.length })}
        </span>
      }
    >
      <ul className="round">
        {agencies.map(({ id, name, answer }) => (
          <li key={id} data-given={answer === undefined ? undefined : 'yes'}>
            <span>{name}</span>
            <span className="round-answer">
              {answer === undefined ? (
                <span className="text-quiet">{formatMessage({ id: 'meeting.round.none' })}</span>
              ) : (
                <Badge tone={tones[answer.answer as keyof typeof tones]}>
                  {termOf('answer', answer.answer)}
                </Badge>
              )}
              {answer?.canHelp === true && (
                <Badge tone="success" icon="hand">
                  {formatMessage({ id: 'situation.canHelp' })}
                </Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
      {canClose && (
        <div>
          <Button variant="primary" keyHint="C" pending={pending} onPress={close}>
            {formatMessage({ id: 'situation.act.closeRound' })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
