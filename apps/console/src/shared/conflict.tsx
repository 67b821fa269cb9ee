import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { keepWords } from '../api/kept-words.js';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { HeldAction } from '../kit/held-action.js';
import { Stack } from '../kit/layout.js';
import { Table } from '../kit/table.js';

/** One field in both versions, as words. */
export interface BothVersions {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictProps {
  readonly isOpen: boolean;
  /** What is decided, where it is not the words of a form. */
  readonly words?: Readonly<Record<'lead' | 'mine' | 'theirs' | 'useMine' | 'useTheirs', string>>;
  /** Fields side by side; those that are the same in both are left out. */
  readonly fields?: readonly BothVersions[];
  /**
   * The fields are words that were written: going on with this page keeps those that it replaces where they
   * can be read and copied.
   */
  readonly keepsTheirs?: boolean;
  /** Both versions as the screen draws them, where fields do not say it. */
  readonly children?: ReactNode;
  /** Left out where it cannot be any more. */
  readonly onMine?: (() => void) | undefined;
  /** Cannot be taken back: held like its own button. */
  readonly isHeld?: boolean;
  readonly onTheirs: () => void;
  /** Back to the page with what was typed, nothing decided. */
  readonly onLater: () => void;
}

/**
 * Somebody else saved first: both versions are shown, one goes on, and the person says which. Closing it
 * decides nothing.
 */
export function Conflict({
  isOpen,
  words,
  fields,
  keepsTheirs = false,
  children,
  onMine: goOn,
  isHeld = false,
  onTheirs,
  onLater,
}: ConflictProps) {
  const { formatMessage } = useIntl();
  const differing = fields?.filter(({ mine, theirs }) => mine !== theirs) ?? [];
  const onMine =
    goOn &&
    ((): void => {
      const replaced = differing.filter(({ theirs }) => theirs !== '');
      if (keepsTheirs && replaced.length > 0)
        keepWords({ why: 'replaced', words: replaced.map(({ theirs }) => theirs) });
      goOn();
    });
  const shown = (text: string): string => (text === '' ? '–' : text);
  const useMine = words?.useMine ?? formatMessage({ id: 'app.conflict.useMine' });
  return (
    <Dialog
      title={formatMessage({ id: 'app.conflict' })}
      isOpen={isOpen}
      stays
      size="wide"
      onClose={onLater}
      actions={
        <>
          {onMine !== undefined &&
            (isHeld ? (
              <HeldAction onSend={onMine}>{useMine}</HeldAction>
            ) : (
              <Button variant="primary" onPress={onMine}>
                {useMine}
              </Button>
            ))}
          <Button onPress={onTheirs}>
            {words?.useTheirs ?? formatMessage({ id: 'app.conflict.useTheirs' })}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {words?.lead ??
            formatMessage({
              id: differing.length === 0 && fields !== undefined ? 'app.conflict.same' : 'app.conflict.lead',
            })}
        </p>
        {differing.length > 0 && (
          <Table
            caption={formatMessage({ id: 'app.conflict.both' })}
            hideCaption
            stacks
            rows={differing}
            rowKey={({ label }) => label}
            columns={[
              {
                id: 'field',
                label: formatMessage({ id: 'app.conflict.field' }),
                rowHeader: true,
                cell: ({ label }) => label,
              },
              {
                id: 'mine',
                label: words?.mine ?? formatMessage({ id: 'app.conflict.mine' }),
                cell: ({ mine }) => shown(mine),
              },
              {
                id: 'theirs',
                label: words?.theirs ?? formatMessage({ id: 'app.conflict.theirs' }),
                cell: ({ theirs }) => shown(theirs),
              },
            ]}
          />
        )}
        {children}
      </Stack>
    </Dialog>
  );
}
