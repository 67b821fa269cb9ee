import { useIntl } from 'react-intl';
import { KeyMap } from '../../kit/key-map.js';

const groups = {
  go: ['J', 'K', 'W', 'P', 'T', 'B', '?'],
  decide: ['Y', 'N', 'L', 'R', 'U'],
  assign: ['C', '1–9', 'Enter'],
} as const;

/** All keys of meeting mode. */
export function MeetingKeys({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <KeyMap
      isOpen={isOpen}
      onClose={onClose}
      groups={Object.entries(groups).map(([group, keys]) => ({
        title: formatMessage({ id: `meeting.keys.${group}` }),
        keys: keys.map((key) => ({
          keys: key,
          does: formatMessage({ id: `meeting.key.${key === '?' ? 'help' : key === '1–9' ? 'digit' : key}` }),
        })),
      }))}
    />
  );
}
