import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { session } from '../api/gates.js';
import { meKey, type Me } from '../api/me.js';
import { SignIn } from '../screens/sign-in/sign-in.js';

/** The door over a page that stays as it was. If somebody else comes in, that page is thrown away. */
export function SessionEnded({ userId }: { readonly userId: string }) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  return (
    <SignIn
      title={formatMessage({ id: 'dialogs.sessionEnded' })}
      lead={formatMessage({ id: 'dialogs.sessionEnded.lead' })}
      onSignedIn={(me: Me) => {
        if (me.userId !== userId) {
          location.assign('/');
          return;
        }
        queries.setQueryData(meKey, me);
        session.open();
      }}
    />
  );
}
