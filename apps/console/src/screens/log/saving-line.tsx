import { useIntl } from 'react-intl';
import type { Saving } from './use-draft.js';

/** Whether the server has what is written. */
export function SavingLine({ saving }: { readonly saving: Saving }) {
  const { formatMessage } = useIntl();
  return (
    <span role="status" className="text-quiet text-small">
      {saving === 'nothing' ? '' : formatMessage({ id: `log.saving.${saving}` })}
    </span>
  );
}
