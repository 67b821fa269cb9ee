import { useIntl } from 'react-intl';
import { Button } from '../../../kit/button.js';
import { Notice } from '../../../kit/notice.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';

export interface SecretOnceProps {
  /** Null where the server had shown it before: it does so once. */
  readonly secret: string | null;
  readonly onStored: () => void;
}

/** The secret that signs the messages, until whoever made it has stored it, and how a receiver checks with it. */
export function SecretOnce({ secret, onStored }: SecretOnceProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  if (secret === null)
    return (
      <Notice tone="warning" says="polite">
        {formatMessage({ id: 'webhooks.secret.shown' })}
      </Notice>
    );
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      toast({ message: formatMessage({ id: 'webhooks.secret.copied' }) });
    } catch {
      // A browser may refuse the clipboard; the secret stands there to be selected.
      toast({ message: formatMessage({ id: 'webhooks.secret.notCopied' }), tone: 'warning' });
    }
  };
  return (
    <div className="office-form">
      <Notice tone="warning" small says="polite">
        {formatMessage({ id: 'webhooks.secret.once' })}
      </Notice>
      <TextField
        label={formatMessage({ id: 'webhooks.secret' })}
        value={secret}
        onChange={() => undefined}
        readOnly
        autoFocus
        spellCheck={false}
        after={
          <Button
            icon="copy"
            iconOnly
            onPress={() => {
              void copy();
            }}
          >
            {formatMessage({ id: 'webhooks.secret.copy' })}
          </Button>
        }
      />
      <p>{formatMessage({ id: 'webhooks.secret.verify' })}</p>
      <div>
        <Button icon="check" onPress={onStored}>
          {formatMessage({ id: 'webhooks.secret.stored' })}
        </Button>
      </div>
    </div>
  );
}
