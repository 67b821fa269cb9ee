import { createLink } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LinkButton } from '../../../kit/link-button.js';
import type { ActProps } from './act-props.js';

const Go = createLink(LinkButton);

/** Concluding has a page of its own, in three short steps. */
export function ConcludeAct({ name, situation }: ActProps) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <Go to="/situations/$situationId/conclude" params={{ situationId: situation.id }}>
        {formatMessage({ id: `situation.act.${name}` })}
      </Go>
    </div>
  );
}
