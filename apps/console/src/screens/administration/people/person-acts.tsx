import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, askTagged, ifMatch, Refused } from '../../../api/api.js';
import { useMe } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Menu } from '../../../kit/menu.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { invitationsKey, usersKey, type User } from '../queries.js';
import { Token } from './token.js';

type Act = 'reset' | 'sessions' | 'disable' | 'enable';

/** What can be done for or about one person, each after saying what it does. */
export function PersonActs({ user }: { readonly user: User }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { data: me } = useMe();
  const [asking, setAsking] = useState<Act>();
  const [token, setToken] = useState<string | null>();
  const { id, displayName: who } = user;
  const path = { id };
  const action = useAction(
    async (act: Act, once): Promise<{ readonly token?: string | null }> => {
      if (act === 'reset')
        return ask(() => api.POST('/api/v1/users/{id}/resets', { params: { path, header: once } }));
      if (act === 'sessions') {
        await ask(() => api.POST('/api/v1/users/{id}/session-endings', { params: { path, header: once } }));
        return {};
      }
      const { tag } = await askTagged(() => api.GET('/api/v1/users/{id}', { params: { path } }));
      await ask(() =>
        api.PUT('/api/v1/users/{id}/status', {
          params: { path, header: ifMatch(tag) },
          body: { active: act === 'enable' },
        }),
      );
      return {};
    },
    {
      changes: [usersKey, invitationsKey],
      onRefused: () => {
        setAsking(undefined);
      },
      onDone: (result, act) => {
        if (act === 'reset') setToken(result.token ?? null);
        setAsking(undefined);
        toast({ message: formatMessage({ id: `office.person.${act}.done` }, { who }) });
      },
    },
  );
  if (me?.userId === id)
    return <span className="text-quiet">{formatMessage({ id: 'office.person.you' })}</span>;
  const acts: readonly Act[] =
    user.status === 'disabled'
      ? ['enable']
      : user.status === 'invited'
        ? ['disable']
        : ['reset', 'sessions', 'disable'];
  return (
    <>
      <Menu
        size="small"
        actions={acts.map((act) => ({
          id: act,
          label: formatMessage({ id: `office.person.${act}` }),
          danger: act === 'disable',
        }))}
        onAction={setAsking}
      >
        {formatMessage({ id: 'office.person.acts' }, { who })}
      </Menu>
      {asking !== undefined && (
        <AlertDialog
          danger={asking !== 'enable'}
          title={formatMessage({ id: `office.person.${asking}.ask` }, { who })}
          confirmLabel={formatMessage({ id: `office.person.${asking}` })}
          isOpen
          pending={action.pending}
          onClose={() => {
            setAsking(undefined);
          }}
          onConfirm={() => {
            action.do(asking);
          }}
        >
          <p>{formatMessage({ id: `office.person.${asking}.effect` })}</p>
        </AlertDialog>
      )}
      {token !== undefined && <Token token={token} who={who} />}
      {action.error instanceof Refused && <ProblemNotice problem={action.error.problem} />}
    </>
  );
}
