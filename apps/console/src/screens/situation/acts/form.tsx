import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { Stack } from '../../../kit/layout.js';
import type { ActProps } from './act-props.js';

interface FormProps extends Pick<ActProps, 'name' | 'isOpen' | 'onOpen'> {
  readonly children: ReactNode;
  /** The button that makes the move. */
  readonly submit: ReactNode;
  readonly effect?: ReactNode;
}

/** A move that needs something said: its name as a button, and under it what is asked. */
export function ActForm({ name, isOpen, onOpen, children, submit, effect }: FormProps) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <Button
        pressed={isOpen}
        onPress={() => {
          onOpen(!isOpen);
        }}
      >
        {formatMessage({ id: `situation.act.${name}` })}
      </Button>
      {isOpen && (
        <div className="act-form">
          <Stack>
            {effect !== undefined && <p>{effect}</p>}
            {children}
            <ButtonRow>
              {submit}
              <Button
                variant="quiet"
                onPress={() => {
                  onOpen(false);
                }}
              >
                {formatMessage({ id: 'situation.cancel' })}
              </Button>
            </ButtonRow>
          </Stack>
        </div>
      )}
    </div>
  );
}
