import { useIntl } from 'react-intl';
import { Button } from '../../../kit/button.js';
import type { ActProps } from './act-props.js';
import { plain } from './kinds.js';

export function PlainAct({ name, pending, onMake }: ActProps) {
  const { formatMessage } = useIntl();
  const move = plain[name];
  if (move === undefined) return null;
  return (
    <div>
      <Button
        pending={pending}
        onPress={() => {
          onMake({ move } as Parameters<typeof onMake>[0]);
        }}
      >
        {formatMessage({ id: `situation.act.${name}` })}
      </Button>
    </div>
  );
}
