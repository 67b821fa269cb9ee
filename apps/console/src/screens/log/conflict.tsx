import { useIntl } from 'react-intl';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';

/** The same draft was written on elsewhere: one of the two goes on, and the person says which. */
export function DraftConflict({ isOpen, onSettle }: { readonly isOpen: boolean; readonly onSettle: (mine: boolean) => Promise<void> }) {
  const { formatMessage } = useIntl();
  return (
    <Dialog title={formatMessage({ id: 'log.conflict' })} isOpen={isOpen} stays size="small" onClose={() => { void onSettle(true); }} actions={(
      <>
        <Button variant="primary" onPress={() => { void onSettle(true); }}>{formatMessage({ id: 'log.conflict.mine' })}</Button>
        <Button onPress={() => { void onSettle(false); }}>{formatMessage({ id: 'log.conflict.theirs' })}</Button>
      </>
    )}><p>{formatMessage({ id: 'log.conflict.lead' })}</p></Dialog>
  );
}
