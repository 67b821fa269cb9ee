import { useIntl } from 'react-intl';
import { KeyMap, type KeyGroup } from '../kit/key-map.js';

/**
 * Keys of a screen beside those of everywhere: which page, and what each does, by message ids. Meeting mode
 * shows its own.
 */
const byScreen: readonly {
  readonly path: RegExp;
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}[] = [
  {
    path: /^\/situations\/new$/,
    title: 'dialogs.keys.log',
    keys: [
      ['Enter', 'dialogs.keys.choose'],
      ['Ctrl Enter', 'dialogs.keys.bring'],
    ],
  },
  {
    path: /^\/situations\/[^/]+\/conclude$/,
    title: 'dialogs.keys.conclude',
    keys: [['Ctrl Enter', 'dialogs.keys.forward']],
  },
];

export interface KeysListProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The page that is open. */
  readonly path: string;
}

/** The keys of everywhere and of one screen. */
export function KeysList({ isOpen, onClose, path }: KeysListProps) {
  const { formatMessage } = useIntl();
  const everywhere: KeyGroup = {
    title: formatMessage({ id: 'dialogs.keys.everywhere' }),
    keys: [
      ['Ctrl K', 'dialogs.keys.palette'],
      ['?', 'dialogs.keys.list'],
      ['Esc', 'dialogs.keys.close'],
    ].map(([keys = '', id = '']) => ({ keys, does: formatMessage({ id }) })),
  };
  const here = byScreen
    .filter((screen) => screen.path.test(path))
    .map(({ title, keys }): KeyGroup => ({
      title: formatMessage({ id: title }),
      keys: keys.map(([each, id]) => ({ keys: each, does: formatMessage({ id }) })),
    }));
  return <KeyMap isOpen={isOpen} onClose={onClose} groups={[everywhere, ...here]} />;
}
