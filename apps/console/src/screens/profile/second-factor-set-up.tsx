import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { meKey, type Me } from '../../api/me.js';
import { useAction } from '../../api/use-action.js';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { QrCode } from './qr-code.js';

export interface SecondFactorSetUpProps {
  readonly me: Me;
  /** Recovery codes, which are shown this once. */
  readonly onCodes: (codes: readonly string[]) => void;
}

/** The authenticator: set up by picture or by hand, confirmed with its first code; and new recovery codes later. */
export function SecondFactorSetUp({ me, onCodes }: SecondFactorSetUpProps) {
  const { formatMessage } = useIntl();
  const [address, setAddress] = useState<string>();
  const begin = useAction(() => ask(() => api.POST('/api/v1/me/second-factor', {})), {
    onDone: (enrolment) => {
      setAddress(enrolment.address);
      begin.forget();
    },
  });
  const renew = useAction(() => ask(() => api.POST('/api/v1/me/recovery-codes', {})), {
    changes: [meKey],
    onDone: ({ codes }) => {
      renew.forget();
      onCodes(codes);
    },
  });
  const failed = begin.error ?? renew.error;
  return (
    <Panel
      title={formatMessage({ id: 'profile.factor' })}
      actions={
        <Badge tone={me.secondFactor ? 'success' : 'warning'}>
          {formatMessage({ id: me.secondFactor ? 'profile.factor.on' : 'profile.factor.off' })}
        </Badge>
      }
    >
      <p>{formatMessage({ id: 'profile.factor.lead' })}</p>
      {failed instanceof Refused && <ProblemNotice problem={failed.problem} />}
      {me.secondFactor && me.recoveryCodesLeft <= 3 && (
        <Notice tone="warning" small>
          {formatMessage({ id: 'profile.recovery.few' }, { count: me.recoveryCodesLeft })}
        </Notice>
      )}
      {me.secondFactor && me.recoveryCodesLeft > 3 && (
        <p>{formatMessage({ id: 'profile.recovery.left' }, { count: me.recoveryCodesLeft })}</p>
      )}
      {address === undefined ? (
        <ButtonRow>
          <Button
            pending={begin.pending}
            onPress={() => {
              begin.do(undefined);
            }}
          >
            {formatMessage({ id: me.secondFactor ? 'profile.factor.another' : 'profile.factor.begin' })}
          </Button>
          {me.secondFactor && (
            <Button
              pending={renew.pending}
              onPress={() => {
                renew.do(undefined);
              }}
            >
              {formatMessage({ id: 'profile.recovery.new' })}
            </Button>
          )}
        </ButtonRow>
      ) : (
        <Confirmation
          address={address}
          onCodes={onCodes}
          onCancel={() => {
            setAddress(undefined);
          }}
        />
      )}
    </Panel>
  );
}

interface ConfirmationProps {
  readonly address: string;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

function Confirmation({ address, onCodes, onCancel }: ConfirmationProps) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const secret = new URL(address).searchParams.get('secret') ?? '';
  const confirm = useAction(
    (given: string) =>
      ask(() => api.POST('/api/v1/me/second-factor/confirmation', { body: { code: given } })),
    {
      onDone: ({ codes }) => {
        confirm.forget();
        void queries.invalidateQueries({ queryKey: meKey });
        onCodes(codes);
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm.do(code.replaceAll(/\s/g, ''));
      }}
    >
      <div className="qr-code-beside">
        <QrCode text={address} label={formatMessage({ id: 'profile.factor.picture' })} />
        <Stack>
          {confirm.error instanceof Refused && <ProblemNotice problem={confirm.error.problem} />}
          <p>{formatMessage({ id: 'profile.factor.scan' })}</p>
          <p className="own-secret">{secret.replace(/.{4}(?=.)/g, '$& ')}</p>
          <TextField
            label={formatMessage({ id: 'profile.factor.code' })}
            value={code}
            onChange={setCode}
            width={8}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
          <ButtonRow>
            <Button
              variant="primary"
              type="submit"
              disabled={!/^\s*(?:\d\s*){6}$/.test(code)}
              pending={confirm.pending}
            >
              {formatMessage({ id: 'profile.factor.confirm' })}
            </Button>
            <Button variant="quiet" onPress={onCancel}>
              {formatMessage({ id: 'kit.cancel' })}
            </Button>
          </ButtonRow>
        </Stack>
      </div>
    </form>
  );
}
