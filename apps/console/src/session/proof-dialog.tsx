import { useState } from 'react';
import { useIntl } from 'react-intl';
import { answered, api, Refused } from '../api/api.js';
import { proof, useIsClosed } from '../api/gates.js';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { Stack } from '../kit/layout.js';
import { TextField } from '../kit/text-field.js';

/** Asks once more who it is, wherever the API wants to know, and lets what waited go on. */
export function ProofDialog({ secondFactor }: { readonly secondFactor: boolean }) {
  const { formatMessage } = useIntl();
  const isOpen = useIsClosed(proof);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const confirm = async (): Promise<void> => {
    try {
      await answered(
        api.POST('/api/v1/session/proof', { body: secondFactor ? { code: secret } : { password: secret } }),
      );
      proof.open();
    } catch (refusal) {
      setError(
        refusal instanceof Refused
          ? `${refusal.problem.detail} ${refusal.problem.next}`
          : formatMessage({ id: 'signIn.unreached' }),
      );
    } finally {
      setSecret('');
    }
  };
  return (
    <Dialog
      title={formatMessage({ id: 'dialogs.proof' })}
      isOpen={isOpen}
      stays
      size="small"
      onClose={() => {
        setError(undefined);
        proof.turnBack();
      }}
      actions={
        <Button variant="primary" type="submit" form="proof">
          {formatMessage({ id: 'dialogs.proof.go' })}
        </Button>
      }
    >
      <form
        id="proof"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <Stack>
          <p>{formatMessage({ id: 'dialogs.proof.lead' })}</p>
          {secondFactor ? (
            <TextField
              label={formatMessage({ id: 'dialogs.proof.code' })}
              value={secret}
              onChange={setSecret}
              error={error}
              width={8}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
            />
          ) : (
            <TextField
              label={formatMessage({ id: 'dialogs.proof.password' })}
              value={secret}
              onChange={setSecret}
              error={error}
              type="password"
              autoComplete="current-password"
              autoFocus
            />
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
